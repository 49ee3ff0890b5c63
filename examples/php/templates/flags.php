<?php if ($candidate['status'] === 'to_verify'): ?>
<span class="flag verify"><?= $t('status.to_verify') ?></span>
<?php endif ?>
<?php if (!$candidate['in_choice']): ?>
<span class="flag"><?= $t('flag.outside-choice') ?></span>
<?php endif ?>
<?php foreach ($candidate['elsewhere'] as $unit): ?>
<span class="flag"><?= $t('flag.proposed', ['unit' => $unit]) ?></span>
<?php endforeach ?>
