<h1><?= $t('audit.title') ?></h1>
<p><?= $t('audit.about') ?></p>
<form method="get" action="/audit" class="search" role="search" aria-label="<?= $t('search.label') ?>">
<div class="field"><label for="account"><?= $t('audit.account') ?></label><input id="account" name="account" maxlength="64" value="<?= $e($filter['account']) ?>"></div>
<?= $part('choice', ['name' => 'action', 'label' => 'audit.action', 'values' => $actions, 'words' => 'action', 'chosen' => $filter['action']]) ?>
<div class="field"><label for="household"><?= $t('household.id') ?></label><input id="household" name="household" maxlength="64" value="<?= $e($filter['household']) ?>"></div>
<div class="field"><label for="unit"><?= $t('unit.id') ?></label><input id="unit" name="unit" maxlength="64" value="<?= $e($filter['unit']) ?>"></div>
<button><?= $t('search.search') ?></button>
</form>
<p class="count" role="status"><?= $n('audit.count', $total) ?></p>
<?php if ($rows !== []): ?>
<table class="stack">
<caption class="hidden"><?= $t('audit.title') ?></caption>
<thead><tr><th scope="col"><?= $t('audit.moment') ?></th><th scope="col"><?= $t('audit.account') ?></th><th scope="col"><?= $t('audit.action') ?></th><th scope="col"><?= $t('household.id') ?></th><th scope="col"><?= $t('unit.id') ?></th><th scope="col" class="wide"><?= $t('audit.detail') ?></th></tr></thead>
<tbody>
<?php foreach ($rows as $row): ?>
<tr><td><?= $moment($row['moment']) ?></td><td><?= $e($row['account']) ?></td><td><?= $t("action.$row[action]") ?></td><td><?= $e($row['household_id'] ?? '') ?></td><td><?= $e($row['unit_id'] ?? '') ?></td><td class="wide digest"><?= $e($row['detail'] ?? '') ?></td></tr>
<?php endforeach ?>
</tbody>
</table>
<?php endif ?>
<?= $part('pages', ['total' => $total, 'size' => $size]) ?>
