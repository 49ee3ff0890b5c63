<h1><?= $t('login.title') ?></h1>
<?php if ($wait > 0): ?>
<p class="problem" role="alert"><?= $n('login.wait', (int) ceil($wait / 60)) ?></p>
<?php elseif (isset($login)): ?>
<p class="problem" role="alert"><?= $t('login.wrong') ?></p>
<?php endif ?>
<form method="post" action="/login" class="door">
<?= $part('token') ?>
<input type="hidden" name="next" value="<?= $e($next) ?>">
<label for="login"><?= $t('login.login') ?></label>
<input id="login" name="login" required maxlength="64" autocomplete="username" autocapitalize="none" spellcheck="false" value="<?= $e($login ?? '') ?>">
<label for="password"><?= $t('login.password') ?></label>
<input id="password" name="password" type="password" required autocomplete="current-password">
<button><?= $t('login.enter') ?></button>
</form>
<p class="soft"><?= $t('login.purpose') ?></p>
