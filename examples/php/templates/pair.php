<p class="trail"><a href="/households/<?= $e($household) ?>"><?= $t('household.title') ?> <?= $e($household) ?></a> · <a href="/units/<?= $e($unit['id']) ?>"><?= $t('unit.title') ?> <?= $e($unit['id']) ?></a></p>
<h1><?= $t('household.title') ?> <span class="id"><?= $e($household) ?></span>, <?= $t('pair.and-unit') ?> <span class="id"><?= $e($unit['id']) ?></span></h1>
<?php if (isset($missing)): ?>
<p class="problem" role="alert"><a href="#decide"><?= $t($missing) ?></a></p>
<?php endif ?>
<p class="verdict <?= $e($verdict['status']) ?>"><?= $t("status.$verdict[status]") ?></p>
<p><?= $t("kind.$unit[kind]") ?>, <?= $place($unit['territory']) ?> · <?php if ($rank !== null): ?><?= $t('pair.rank', ['rank' => $rank, 'n' => $total]) ?><?php else: ?><?= $t('pair.no-rank') ?><?php endif ?> · <b><?= $points($score['points']) ?></b> <?= $t('points') ?></p>
<p class="actions"><a href="/pairs/<?= $e($household) ?>/<?= $e($unit['id']) ?>/letter"><?= $t('pair.letter') ?></a></p>
<section aria-labelledby="conditions">
<h2 id="conditions"><?= $t('pair.conditions') ?></h2>
<?php if ($verdict['reasons'] === []): ?>
<p><?= $t('pair.nothing-against') ?></p>
<?php else: ?>
<ul class="reasons">
<?php foreach ($verdict['reasons'] as $reason): ?>
<li><span class="flag <?= $e($reason['severity']) ?>"><?= $t("severity.$reason[severity]") ?></span> <?= $e($reason['text'][$lang]) ?>
<?php foreach ($reason['flips'] as $flip): ?>
<p><?= $t('pair.flip') ?> <?= $e($flip['text'][$lang]) ?></p>
<?php endforeach ?>
<?php if ($reason['source'] !== null): ?>
<p class="soft small"><?= $t('source') ?> <?= $e($reason['source']) ?></p>
<?php endif ?>
</li>
<?php endforeach ?>
</ul>
<?php endif ?>
<?php if ($checks !== []): ?>
<details>
<summary><?= $n('pair.checks', count($checks)) ?></summary>
<table>
<caption class="hidden"><?= $t('pair.conditions') ?></caption>
<thead><tr><th scope="col"><?= $t('pair.condition') ?></th><th scope="col"><?= $t('pair.read') ?></th><th scope="col"><?= $t('pair.answer') ?></th></tr></thead>
<tbody>
<?php foreach ($checks as $check): ?>
<tr><th scope="row"><?= $e($check['label']) ?></th><td><?= $e($check['sentence']) ?></td><td><?= $t("met.$check[status]") ?></td></tr>
<?php endforeach ?>
</tbody>
</table>
</details>
<?php endif ?>
</section>
<section aria-labelledby="points">
<h2 id="points"><?= $t('pair.points') ?></h2>
<table class="sum">
<caption class="hidden"><?= $t('pair.points') ?></caption>
<thead><tr><th scope="col"><?= $t('pair.criterion') ?></th><th scope="col"><?= $t('pair.read') ?></th><th scope="col" class="num"><?= $t('pair.count') ?></th></tr></thead>
<tbody>
<?php foreach ($score['lines'] as $line): ?>
<?php if ($line['points'] != 0 || !in_array($line['reason'], ['not-met', 'not-applicable'], true)): ?>
<tr><th scope="row"><?= $e($line['label'][$lang]) ?></th><td><?= $e($line['input'][$lang]) ?><?php if (str_contains($line['operation'][$lang], ' ')): ?> · <span class="soft"><?= $e($line['operation'][$lang]) ?></span><?php endif ?><?php if ($line['reason'] !== 'counted'): ?> <span class="soft"><?= $e($line['text'][$lang]) ?></span><?php endif ?></td><td class="num"><?= $points($line['points']) ?></td></tr>
<?php endif ?>
<?php endforeach ?>
</tbody>
<tfoot><tr><th scope="row" colspan="2"><?= $t('pair.total') ?></th><td class="num"><b><?= $points($score['points']) ?></b></td></tr></tfoot>
</table>
</section>
<section aria-labelledby="decisions">
<h2 id="decisions"><?= $t('decisions.here') ?></h2>
<?= $part('decided', ['decisions' => $decisions, 'without' => 'pair']) ?>
<?php if ($account->is(CaseTool\Role::Coordinator)): ?>
<?= $part('decide', ['household' => $household, 'unit' => $unit, 'next' => $next, 'rank' => $rank, 'kind' => $kind ?? '', 'why' => $why ?? '', 'missing' => $missing ?? null]) ?>
<?php endif ?>
</section>
