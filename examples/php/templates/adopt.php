<section aria-labelledby="adopt">
<h2 id="adopt"><?= $t('adopt.title') ?></h2>
<p><?= $t('adopt.about') ?></p>
<?php if ($warnings !== []): ?>
<p><?= $t('adopt.warnings') ?></p>
<ul>
<?php foreach ($warnings as $warning): ?>
<li><?= $e($warning) ?></li>
<?php endforeach ?>
</ul>
<?php endif ?>
<?php if ($missing !== null): ?>
<p class="problem"><?= $t($missing) ?></p>
<?php endif ?>
<form method="post" action="/policies" class="decide">
<?= $part('token') ?>
<input type="hidden" name="base" value="<?= $e($base) ?>">
<input type="hidden" name="unit" value="<?= $e($unit['id']) ?>">
<?php foreach ($weights->changes() as $criterion => [, $points_new]): ?>
<input type="hidden" name="w[<?= $e($criterion) ?>]" value="<?= $e($points_new) ?>">
<?php endforeach ?>
<label for="version"><?= $t('adopt.version') ?></label>
<input id="version" name="version" required maxlength="64" pattern="[A-Za-z0-9._\-]+" value="<?= $e($form['version'] ?? '') ?>" autocomplete="off">
<label for="adopt-why"><?= $t('adopt.why') ?></label>
<textarea id="adopt-why" name="why" rows="3" required maxlength="2000"><?= $e($form['why'] ?? '') ?></textarea>
<button><?= $t('adopt.adopt') ?></button>
</form>
</section>
