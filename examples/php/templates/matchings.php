<h1><?= $t('matchings.title') ?></h1>
<p><?= $t('matchings.about') ?></p>
<form method="post" action="/matchings" class="search">
<?= $part('token') ?>
<div class="field"><label for="mechanism"><?= $t('matching.mechanism') ?></label>
<select id="mechanism" name="mechanism">
<?php foreach (CaseTool\Engine::MECHANISMS as $mechanism): ?>
<option value="<?= $e($mechanism) ?>"><?= $t("mechanism.$mechanism") ?></option>
<?php endforeach ?>
</select></div>
<div class="field"><label for="seed"><?= $t('matching.seed') ?></label><input id="seed" name="seed" required maxlength="255" value="<?= $e($seed) ?>"></div>
<button><?= $t('matchings.make') ?></button>
</form>
<?php if ($matchings !== []): ?>
<table>
<caption class="hidden"><?= $t('matchings.kept') ?></caption>
<thead><tr><th scope="col"><?= $t('matching.moment') ?></th><th scope="col"><?= $t('matching.who') ?></th><th scope="col" class="wide"><?= $t('matching.mechanism') ?></th><th scope="col" class="wide"><?= $t('matching.seed') ?></th><th scope="col" class="wide"><?= $t('matching.policy') ?></th><th scope="col" class="num"><?= $t('matching.housed') ?></th></tr></thead>
<tbody>
<?php foreach ($matchings as $row): ?>
<tr><th scope="row"><?php if ($row['replayable']): ?><a href="/matchings/<?= $e($row['id']) ?>"><?= $moment($row['moment']) ?></a><?php else: ?><?= $moment($row['moment']) ?> <span class="soft"><?= $t('purged') ?></span><?php endif ?></th><td><?= $e($row['account']) ?></td><td class="wide"><?= $t("mechanism.$row[mechanism]") ?></td><td class="wide"><?= $e($row['seed']) ?></td><td class="wide"><?= $e($row['version']) ?></td><td class="num"><?= $t('matching.of', ['housed' => $row['housed'], 'households' => $row['households']]) ?></td></tr>
<?php endforeach ?>
</tbody>
</table>
<?php endif ?>
