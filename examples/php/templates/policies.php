<h1><?= $t('policies.title') ?></h1>
<p><?= $t('policies.about') ?> <a href="/weights"><?= $t('policies.try') ?></a></p>
<?php foreach ($policies as $i => $policy): ?>
<section class="entry" aria-labelledby="v<?= $e($i) ?>">
<h2 id="v<?= $e($i) ?>"><?= $t('policies.version', ['version' => $policy['version']]) ?><?php if ($i === 0): ?> <span class="flag next"><?= $t('policies.in-force') ?></span><?php endif ?></h2>
<p><?= $t('policies.who', ['account' => $policy['account']]) ?> <?= $moment($policy['moment']) ?></p>
<p class="why"><?= $e($policy['why']) ?></p>
<?php $changes = json_decode($policy['changes'], true) ?>
<?php if ($changes !== []): ?>
<ul>
<?php foreach ($changes as $criterion => [$old, $new]): ?>
<li><?= $e($labels[$criterion] ?? $criterion) ?> <b><?= $points($old) ?> → <?= $points($new) ?></b></li>
<?php endforeach ?>
</ul>
<?php endif ?>
<p class="soft small digest">SHA-256 <?= $e($policy['sha256']) ?></p>
</section>
<?php endforeach ?>
