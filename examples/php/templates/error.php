<h1><?= $t($title) ?></h1>
<p><?= $t("error.$status.why") ?></p>
<?php if ($incident !== null): ?>
<p class="soft"><?= $t('error.number', ['number' => $incident]) ?></p>
<?php endif ?>
<p><a href="/"><?= $t('error.home') ?></a></p>
