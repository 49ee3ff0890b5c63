<h1><?= $t($account->is(CaseTool\Role::Landlord) ? 'proposals.title' : 'decisions.title') ?></h1>
<?php if ($account->is(CaseTool\Role::Landlord)): ?>
<?= $part('proposals', ['decisions' => $decisions]) ?>
<?php else: ?>
<p><?= $t('decisions.about') ?></p>
<?= $part('decided', ['decisions' => $decisions, 'without' => '']) ?>
<?php endif ?>
