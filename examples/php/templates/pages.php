<?php if ($total > $size): ?>
<nav class="pages" aria-label="<?= $t('pages.label') ?>">
<?php if ($request->page() > 1): ?>
<a rel="prev" href="<?= $e($request->address(['page' => (string) ($request->page() - 1)])) ?>"><?= $t('pages.before') ?></a>
<?php endif ?>
<span><?= $t('pages.here', ['page' => $request->page(), 'pages' => (int) ceil($total / $size)]) ?></span>
<?php if ($request->page() * $size < $total): ?>
<a rel="next" href="<?= $e($request->address(['page' => (string) ($request->page() + 1)])) ?>"><?= $t('pages.after') ?></a>
<?php endif ?>
</nav>
<?php endif ?>
