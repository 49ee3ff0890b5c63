<p class="trail"><a href="/matchings"><?= $t('nav.matchings') ?></a></p>
<h1><?= $t('matching.title') ?> <?= $moment($matching['moment']) ?></h1>
<p class="notice"><?= $t('matching.proposes') ?></p>
<dl class="facts">
<div><dt><?= $t('matching.who') ?></dt><dd><?= $e($matching['account']) ?></dd></div>
<div><dt><?= $t('matching.mechanism') ?></dt><dd><?= $t("mechanism.$matching[mechanism]") ?></dd></div>
<div><dt><?= $t('matching.claim') ?></dt><dd><?= $t("claim.$record[status]") ?></dd></div>
<div><dt><?= $t('matching.seed') ?></dt><dd><?= $e($matching['seed']) ?></dd></div>
<div><dt><?= $t('matching.policy') ?></dt><dd><?= $e($matching['version']) ?></dd></div>
<div><dt><?= $t('matching.day') ?></dt><dd><?= $day($record['as_of']) ?></dd></div>
<div><dt><?= $t('matching.housed') ?></dt><dd><?= $t('matching.of', ['housed' => $matching['housed'], 'households' => $matching['households']]) ?></dd></div>
<div><dt><?= $t('matching.total') ?></dt><dd><?= $points($record['total']) ?></dd></div>
</dl>
<div class="actions">
<a href="/matchings/<?= $e($matching['id']) ?>/report"><?= $t('matching.report') ?></a>
<a href="/matchings/<?= $e($matching['id']) ?>/record"><?= $t('matching.record') ?></a>
<form method="post" action="/matchings/<?= $e($matching['id']) ?>/replay">
<?= $part('token') ?>
<button><?= $t('matching.replay') ?></button>
</form>
</div>
<section aria-labelledby="pairs">
<h2 id="pairs"><?= $t('matching.pairs') ?></h2>
<form method="get" action="/matchings/<?= $e($matching['id']) ?>" class="search" role="search" aria-label="<?= $t('search.label') ?>">
<div class="field"><label for="q"><?= $t('matching.find') ?></label><input id="q" name="q" type="search" maxlength="64" value="<?= $e($q) ?>"></div>
<button><?= $t('search.search') ?></button>
</form>
<p class="count" role="status"><?= $n('matching.count', $total) ?></p>
<?php if ($pairs !== []): ?>
<table>
<caption class="hidden"><?= $t('matching.pairs') ?></caption>
<thead><tr><th scope="col"><?= $t('household.id') ?></th><th scope="col"><?= $t('unit.id') ?></th><th scope="col" class="num"><?= $t('points') ?></th><th scope="col"><?= $t('matching.notes') ?></th><th scope="col"><?= $t('decision.what') ?></th></tr></thead>
<tbody>
<?php foreach ($pairs as $pair): ?>
<tr>
<th scope="row"><a class="id" href="/households/<?= $e($pair['household']) ?>"><?= $e($pair['household']) ?></a></th>
<td><a class="id" href="/units/<?= $e($pair['unit']) ?>"><?= $e($pair['unit']) ?></a></td>
<td class="num"><?= $points($pair['points']) ?></td>
<td><?= $part('flags', ['candidate' => ['elsewhere' => []] + $pair]) ?>
<?php if (in_array($pair['unit'], $proposed[$pair['household']] ?? [], true)): ?>
<span class="flag next"><?= $t('decision.propose') ?></span>
<?php endif ?>
<?php if ($pair['lacks_support']): ?>
<span class="flag"><?= $t('flag.lacks-support') ?></span>
<?php endif ?></td>
<td><a href="/pairs/<?= $e($pair['household']) ?>/<?= $e($pair['unit']) ?>#decide"><?= $t('matching.decide') ?><span class="hidden"> <?= $e($pair['household']) ?>, <?= $e($pair['unit']) ?></span></a></td>
</tr>
<?php endforeach ?>
</tbody>
</table>
<?php endif ?>
<?= $part('pages', ['total' => $total, 'size' => $size]) ?>
</section>
<?php if ($reasons !== []): ?>
<section aria-labelledby="unmatched">
<h2 id="unmatched"><?= $t('matching.unmatched') ?></h2>
<ul>
<?php foreach ($reasons as $reason => $count): ?>
<li><b><?= $number($count) ?></b> <?= $t("unmatched.$reason") ?></li>
<?php endforeach ?>
</ul>
</section>
<?php endif ?>
