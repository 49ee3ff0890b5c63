<h1><?= $t('weights.title') ?></h1>
<p><?= $t('weights.about', ['version' => $policy['version']]) ?></p>
<div class="trial">
<form method="get" action="/weights" id="weights">
<div class="field"><label for="unit"><?= $t('weights.unit') ?></label>
<select id="unit" name="unit">
<?php foreach ($units as $id => $home): ?>
<option value="<?= $e($id) ?>"<?php if ($id === $unit['id']): ?> selected<?php endif ?>><?= $e($id) ?> · <?= $t("kind.$home[kind]") ?>, <?= $place($home['territory']) ?></option>
<?php endforeach ?>
</select></div>
<?php foreach ($weights->groups as $label => $criteria): ?>
<details<?php if (count($criteria) < 8 || array_intersect_key($criteria, $weights->changes() + array_flip($weights->wrong())) !== []): ?> open<?php endif ?>>
<summary><?php if ($label === ''): ?><?= $t('weights.alone') ?><?php else: ?><?= $e($label) ?><?php endif ?> <span class="soft">(<?= $n('weights.count', count($criteria)) ?>)</span></summary>
<?php foreach ($criteria as $id => $criterion): ?>
<div class="weight<?php if (isset($weights->changes()[$id])): ?> moved<?php endif ?>">
<label for="w-<?= $e($id) ?>"><?= $e($criterion['label']) ?></label>
<input id="w-<?= $e($id) ?>" name="w[<?= $e($id) ?>]" value="<?= $e($weights->written($id)) ?>" inputmode="decimal" size="6" maxlength="10" autocomplete="off" data-present="<?= $e($criterion['points']) ?>"<?php if (in_array($id, $weights->wrong(), true)): ?> aria-invalid="true" aria-describedby="wrong"<?php endif ?>>
<span class="soft small"><?= $t('weights.instead') ?> <?= $points($criterion['points']) ?></span>
</div>
<?php endforeach ?>
</details>
<?php endforeach ?>
<p class="actions"><button><?= $t('weights.try') ?></button> <a href="/weights?unit=<?= $e($unit['id']) ?>"><?= $t('weights.reset') ?></a></p>
</form>
<div>
<p class="count" id="said" role="status"><?php if ($weights->changes() === []): ?><?= $t('weights.nothing') ?><?php elseif (isset($after)): ?><?= $n('weights.moved', $moved) ?><?php endif ?></p>
<div id="result">
<?php if ($missing !== null): ?>
<p class="problem" role="alert"><a href="#adopt"><?= $t($missing) ?></a></p>
<?php endif ?>
<?php if ($weights->wrong() !== []): ?>
<p class="problem" role="alert" id="wrong"><?= $t('weights.wrong') ?></p>
<?php elseif ($refusal !== null): ?>
<div class="problem" role="alert"><p><?= $t('weights.refused') ?></p><p class="small" lang="en"><?= $e($refusal) ?></p></div>
<?php endif ?>
<?= $part('ranking', ['unit' => $unit, 'before' => $before, 'after' => $after ?? null, 'shown' => $shown]) ?>
<?php if (isset($after)): ?>
<?= $part('effect', ['effect' => $effect]) ?>
<?= $part('adopt', ['weights' => $weights, 'unit' => $unit, 'base' => $base, 'form' => $form, 'missing' => $missing, 'warnings' => $warnings]) ?>
<?php endif ?>
</div>
</div>
</div>
