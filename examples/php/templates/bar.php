<?php $at = 0.0 ?>
<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="ground" width="100" height="4"/>
<?php foreach ($parts as $line): ?>
<?php if ($line['points'] > 0 && $most > 0): ?>
<rect class="c<?= $e($line['colour']) ?>" x="<?= $e(round($at, 3)) ?>" width="<?= $e(round($line['points'] / $most * 100, 3)) ?>" height="4"/>
<?php $at += $line['points'] / $most * 100 ?>
<?php endif ?>
<?php endforeach ?>
</svg>
