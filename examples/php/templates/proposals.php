<?php if ($decisions === []): ?>
<p><?= $t('proposals.none') ?></p>
<?php else: ?>
<table>
<caption class="hidden"><?= $t('proposals.title') ?></caption>
<thead><tr><th scope="col"><?= $t('household.id') ?></th><th scope="col"><?= $t('unit.id') ?></th><th scope="col"><?= $t('decision.moment') ?></th><th scope="col"><?= $t('proposals.read') ?></th></tr></thead>
<tbody>
<?php foreach ($decisions as $decision): ?>
<tr>
<th scope="row" class="id"><?= $e($decision['household_id']) ?></th>
<td><a href="/units/<?= $e($decision['unit_id']) ?>"><?= $e($decision['unit_id']) ?></a></td>
<td><?= $day($decision['moment']) ?></td>
<td><a href="/pairs/<?= $e($decision['household_id']) ?>/<?= $e($decision['unit_id']) ?>/letter"><?= $t('proposals.letter') ?><span class="hidden"> <?= $e($decision['household_id']) ?></span></a></td>
</tr>
<?php endforeach ?>
</tbody>
</table>
<?php endif ?>
