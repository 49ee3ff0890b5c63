<dl class="facts">
<div><dt><?= $t('unit.kind') ?></dt><dd><?= $t("kind.$unit[kind]") ?></dd></div>
<div><dt><?= $t('unit.territory') ?></dt><dd><?= $place($unit['territory']) ?></dd></div>
<?php if ($unit['rooms'] !== null): ?>
<div><dt><?= $t('unit.size') ?></dt><dd><?= $n('unit.rooms-of', (int) $unit['rooms']) ?><?php if ($unit['surface'] !== null): ?> · <?= $number($unit['surface'], 2) ?> m²<?php endif ?></dd></div>
<?php endif ?>
<?php if ($unit['rent'] !== null): ?>
<div><dt><?= $t('unit.cost') ?></dt><dd><?= $euros((float) $unit['rent'] + (float) $unit['charges']) ?><?php if ((float) $unit['housing_aid'] > 0): ?> <span class="soft">(<?= $t('unit.aid') ?> <?= $euros($unit['housing_aid']) ?>)</span><?php endif ?></dd></div>
<?php endif ?>
<div><dt><?= $t('unit.places') ?></dt><dd><?= $number($unit['places'] ?? 1) ?></dd></div>
<?php if ($unit['available_from'] !== null): ?>
<div><dt><?= $t('unit.available_from') ?></dt><dd><?= $day($unit['available_from']) ?></dd></div>
<?php endif ?>
<div><dt><?= $t('unit.access') ?></dt><dd><?= $t('access.' . ($unit['access'] ?? 'none')) ?></dd></div>
<?php if ($unit['pets'] !== null): ?>
<div><dt><?= $t('unit.pets') ?></dt><dd><?= $t($unit['pets'] ? 'yes' : 'no') ?></dd></div>
<?php endif ?>
<?php if ($unit['landlord'] !== null): ?>
<div><dt><?= $t('unit.landlord') ?></dt><dd><?= $e($unit['landlord']) ?></dd></div>
<?php endif ?>
<?php if ($unit['contingent'] !== null): ?>
<div><dt><?= $t('unit.contingent') ?></dt><dd><?= $e($unit['contingent']) ?></dd></div>
<?php endif ?>
</dl>
