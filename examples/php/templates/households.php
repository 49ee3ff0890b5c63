<h1><?= $t('households.title') ?></h1>
<form method="get" action="/households" class="search" role="search" aria-label="<?= $t('search.label') ?>">
<div class="field"><label for="q"><?= $t('search.text') ?></label><input id="q" name="q" type="search" maxlength="64" value="<?= $e($filter['q']) ?>"></div>
<?= $part('choice', ['name' => 'situation', 'label' => 'household.situation', 'values' => $situations, 'words' => 'situation', 'chosen' => $filter['situation']]) ?>
<?= $part('choice', ['name' => 'need', 'label' => 'household.need', 'values' => $needs_known, 'words' => 'need', 'chosen' => $filter['need']]) ?>
<?php if (count($referrers) > 1): ?>
<?= $part('choice', ['name' => 'referrer', 'label' => 'household.referrer', 'values' => $referrers, 'chosen' => $filter['referrer']]) ?>
<?php endif ?>
<button><?= $t('search.search') ?></button>
</form>
<p class="count" role="status"><?= $n('households.count', $total) ?></p>
<?php if ($rows !== []): ?>
<table>
<caption class="hidden"><?= $t('households.caption') ?></caption>
<thead><tr>
<th scope="col"><?= $t('household.id') ?></th>
<th scope="col"><?= $t('household.situation') ?></th>
<th scope="col"><?= $t('household.since') ?></th>
<th scope="col" class="num wide"><?= $t('household.persons') ?></th>
<th scope="col" class="wide"><?= $t('household.territory') ?></th>
<th scope="col" class="wide"><?= $t('household.needs') ?></th>
<th scope="col" class="wide"><?= $t('household.referrer') ?></th>
</tr></thead>
<tbody>
<?php foreach ($rows as $row): ?>
<tr>
<th scope="row"><a class="id" href="/households/<?= $e($row['id']) ?>"><?= $e($row['id']) ?></a></th>
<td><?php if ($row['situation'] !== null): ?><?= $t("situation.$row[situation]") ?><?php else: ?><?= $t('unknown') ?><?php endif ?></td>
<td><?= $day($row['request_date']) ?></td>
<td class="num wide"><?= $number($row['persons'] ?: (int) $row['adults'] + (int) $row['children']) ?></td>
<td class="wide"><?= $place($row['territory']) ?></td>
<td class="wide small"><?= $needs($row['needs']) ?></td>
<td class="wide"><?= $e($row['referrer'] ?? '') ?></td>
</tr>
<?php endforeach ?>
</tbody>
</table>
<?php endif ?>
<?= $part('pages', ['total' => $total, 'size' => $size]) ?>
