<h1><?= $t('units.title') ?></h1>
<form method="get" action="/units" class="search" role="search" aria-label="<?= $t('search.label') ?>">
<div class="field"><label for="q"><?= $t('search.text') ?></label><input id="q" name="q" type="search" maxlength="64" value="<?= $e($filter['q']) ?>"></div>
<?= $part('choice', ['name' => 'kind', 'label' => 'unit.kind', 'values' => $kinds, 'words' => 'kind', 'chosen' => $filter['kind']]) ?>
<?= $part('choice', ['name' => 'rooms', 'label' => 'unit.rooms-least', 'values' => ['2', '3', '4', '5'], 'chosen' => $filter['rooms']]) ?>
<?php if (count($landlords) > 1): ?>
<?= $part('choice', ['name' => 'landlord', 'label' => 'unit.landlord', 'values' => $landlords, 'chosen' => $filter['landlord']]) ?>
<?php endif ?>
<button><?= $t('search.search') ?></button>
</form>
<p class="count" role="status"><?= $n('units.count', $total) ?></p>
<?php if ($rows !== []): ?>
<table>
<caption class="hidden"><?= $t('units.caption') ?></caption>
<thead><tr>
<th scope="col"><?= $t('unit.id') ?></th>
<th scope="col"><?= $t('unit.kind') ?></th>
<th scope="col"><?= $t('unit.territory') ?></th>
<th scope="col" class="num wide"><?= $t('unit.rooms') ?></th>
<th scope="col" class="num wide"><?= $t('unit.cost') ?></th>
<th scope="col" class="num"><?= $t('unit.places') ?></th>
<th scope="col" class="wide"><?= $t('unit.available_from') ?></th>
<th scope="col" class="wide"><?= $t('unit.landlord') ?></th>
</tr></thead>
<tbody>
<?php foreach ($rows as $row): ?>
<tr>
<th scope="row"><a class="id" href="/units/<?= $e($row['id']) ?>"><?= $e($row['id']) ?></a></th>
<td><?= $t("kind.$row[kind]") ?></td>
<td><?= $place($row['territory']) ?></td>
<td class="num wide"><?= $e($row['rooms'] ?? '') ?></td>
<td class="num wide"><?= $euros((float) $row['rent'] + (float) $row['charges']) ?></td>
<td class="num"><?= $number($row['places'] ?? 1) ?></td>
<td class="wide"><?php if ($row['available_from'] !== null): ?><?= $day($row['available_from']) ?><?php endif ?></td>
<td class="wide"><?= $e($row['landlord'] ?? '') ?></td>
</tr>
<?php endforeach ?>
</tbody>
</table>
<?php endif ?>
<?= $part('pages', ['total' => $total, 'size' => $size]) ?>
