<section aria-labelledby="effect">
<h2 id="effect"><?= $t('effect.title') ?></h2>
<p><?= $t('effect.about') ?></p>
<ul>
<li><?= $t('effect.housed', ['before' => $effect['before']['housed'], 'after' => $effect['after']['housed']]) ?></li>
<li><?= $n('effect.enter', count($effect['enter'])) ?>, <?= $n('effect.leave', count($effect['leave'])) ?>, <?= $n('effect.move', count($effect['move'])) ?></li>
</ul>
<div class="two">
<?php foreach (['by_situation' => 'situation', 'by_need' => 'need'] as $by => $words): ?>
<table>
<caption><?= $t("effect.$by") ?></caption>
<thead><tr><th scope="col"><?= $t("household.$words") ?></th><th scope="col" class="num"><?= $t('effect.before') ?></th><th scope="col" class="num"><?= $t('effect.after') ?></th><th scope="col" class="num"><?= $t('effect.change') ?></th></tr></thead>
<tbody>
<?php foreach ($effect[$by] as $row): ?>
<tr><th scope="row"><?= $t("$words.$row[group]") ?></th><td class="num"><?= $number($row['housed_before']) ?></td><td class="num"><?= $number($row['housed_after']) ?></td><td class="num"><?php if ($row['housed_after'] > $row['housed_before']): ?>+<?php endif ?><?= $number($row['housed_after'] - $row['housed_before']) ?></td></tr>
<?php endforeach ?>
</tbody>
</table>
<?php endforeach ?>
</div>
</section>
