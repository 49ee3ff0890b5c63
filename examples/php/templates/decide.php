<form method="post" action="/pairs/<?= $e($household) ?>/<?= $e($unit['id']) ?>/decisions" class="decide" id="decide">
<?= $part('token') ?>
<h3><?= $t('decide.title') ?></h3>
<p><?php if ($next === null): ?><?= $t('decide.nobody') ?><?php elseif ($next === $household): ?><?= $t('decide.next-this') ?><?php else: ?><?= $t('decide.next-other', ['household' => $next]) ?><?php endif ?> <?= $t('decide.departing') ?></p>
<?php if ($missing !== null): ?>
<p class="problem"><?= $t($missing) ?></p>
<?php endif ?>
<fieldset>
<legend><?= $t('decide.what') ?></legend>
<?php foreach (CaseTool\Decisions::KINDS as $choice): ?>
<label class="choice"><input type="radio" name="kind" value="<?= $e($choice) ?>" required<?php if ($kind === $choice): ?> checked<?php endif ?>> <?= $t("decide.$choice") ?></label>
<?php endforeach ?>
</fieldset>
<label for="why"><?= $t('decide.why') ?></label>
<textarea id="why" name="why" rows="3" maxlength="2000" aria-describedby="why-note"<?php if ($missing === 'decide.missing-why'): ?> aria-invalid="true"<?php endif ?>><?= $e($why) ?></textarea>
<p class="soft small" id="why-note"><?= $t('decide.why-note') ?></p>
<button><?= $t('decide.record') ?></button>
</form>
