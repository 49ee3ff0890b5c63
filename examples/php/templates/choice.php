<div class="field">
<label for="<?= $e($name) ?>"><?= $t($label) ?></label>
<select id="<?= $e($name) ?>" name="<?= $e($name) ?>">
<option value=""><?= $t('search.any') ?></option>
<?php foreach ($values as $value): ?>
<option value="<?= $e($value) ?>"<?php if ($value === $chosen): ?> selected<?php endif ?>><?php if (isset($words)): ?><?= $t("$words.$value") ?><?php else: ?><?= $e($value) ?><?php endif ?></option>
<?php endforeach ?>
</select>
</div>
