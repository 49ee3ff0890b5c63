<ul class="parts">
<?php foreach ($parts as $line): ?>
<li><svg class="dot" viewBox="0 0 1 1" aria-hidden="true" focusable="false"><rect class="c<?= $e($line['colour']) ?>" width="1" height="1"/></svg><?= $e($line['label'][$lang]) ?> <b><?= $points($line['points']) ?></b></li>
<?php endforeach ?>
</ul>
