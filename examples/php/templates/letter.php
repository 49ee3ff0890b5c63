<p class="trail"><a href="<?= $e($back) ?>"><?= $t('letter.back') ?></a></p>
<p class="actions print-none"><?= $t('letter.print') ?></p>
<article class="letter">
<?php foreach ($letter->blocks as $block): ?>
<?php if ($block['kind'] === 'title'): ?>
<h1><?= $e($block['text']) ?></h1>
<?php elseif ($block['kind'] === 'heading'): ?>
<h2><?= $e($block['text']) ?></h2>
<?php elseif ($block['kind'] === 'paragraph'): ?>
<p><?= $e($block['text']) ?></p>
<?php elseif ($block['kind'] === 'list'): ?>
<ul class="<?= $e(max(array_map(static fn (array $row): int => count($row[1]), $block['rows'])) === 1 ? 'short' : 'long') ?>">
<?php foreach ($block['rows'] as [, $lines]): ?>
<li><?php foreach ($lines as $i => $line): ?><?php if ($i > 0): ?><br><?php endif ?><?= $e($line) ?><?php endforeach ?></li>
<?php endforeach ?>
</ul>
<?php else: ?>
<table class="sum">
<caption class="hidden"><?= $t('pair.points') ?></caption>
<tbody>
<?php foreach ($block['rows'] as [$amount, $lines]): ?>
<tr><td class="num"><?= $e($amount) ?></td><td><?php foreach ($lines as $i => $line): ?><?php if ($i > 0): ?><br><span class="soft"><?php endif ?><?= $e($line) ?><?php if ($i > 0): ?></span><?php endif ?><?php endforeach ?></td></tr>
<?php endforeach ?>
</tbody>
</table>
<?php endif ?>
<?php endforeach ?>
<?php if ($decisions !== []): ?>
<h2><?= $t('decisions.here') ?></h2>
<?= $part('decided', ['decisions' => $decisions, 'without' => 'pair']) ?>
<?php endif ?>
</article>
