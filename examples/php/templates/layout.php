<!DOCTYPE html>
<html lang="<?= $e($lang) ?>">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title><?= $t($title) ?><?php if (isset($subject)): ?> <?= $e($subject) ?><?php endif ?> – <?= $t('app.name') ?></title>
<link rel="stylesheet" href="/style.css">
<?php if (isset($weights)): ?>
<script src="/weights.js" defer></script>
<?php endif ?>
</head>
<body>
<a class="skip" href="#main"><?= $t('app.skip') ?></a>
<header class="top">
<p class="brand"><a href="/"><?= $t('app.name') ?></a></p>
<?php if ($account !== null): ?>
<nav aria-label="<?= $t('nav.label') ?>">
<ul>
<?php foreach ($pages as $page): ?>
<li><a href="/<?= $e($page) ?>"<?php if (str_starts_with($request->path, "/$page")): ?> aria-current="<?= $e($request->path === "/$page" ? 'page' : 'true') ?>"<?php endif ?>><?= $t("nav.$page") ?></a></li>
<?php endforeach ?>
</ul>
</nav>
<?php endif ?>
<div class="who">
<?php if ($account !== null): ?>
<span><?= $e($account->name) ?> <span class="soft">(<?= $t('role.' . $account->role->value) ?><?php if ($account->scope !== null): ?> <?= $e($account->scope) ?><?php endif ?>)</span></span>
<form method="post" action="/logout">
<?= $part('token') ?>
<button class="plain"><?= $t('app.leave') ?></button>
</form>
<?php endif ?>
<form method="post" action="/language">
<?= $part('token') ?>
<input type="hidden" name="next" value="<?= $e($request->method === 'GET' ? $request->address() : '/') ?>">
<button class="plain" name="language" value="<?= $e($other) ?>" lang="<?= $e($other) ?>"><?= $t('app.other-language') ?></button>
</form>
</div>
</header>
<main id="main" tabindex="-1">
<?php if ($demo): ?>
<p class="demo"><?= $t('app.demo') ?></p>
<?php endif ?>
<?php if ($note !== null): ?>
<p class="note" role="status"><?= $t($note) ?></p>
<?php endif ?>
<?= $content() ?>
</main>
<footer><p><?= $t('app.proposal') ?></p></footer>
</body>
</html>
