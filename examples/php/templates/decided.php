<?php if ($decisions === []): ?>
<p><?= $t('decisions.none') ?></p>
<?php else: ?>
<table class="stack">
<caption class="hidden"><?= $t('decisions.title') ?></caption>
<thead><tr>
<th scope="col"><?= $t('decision.moment') ?></th>
<?php if ($without !== 'household' && $without !== 'pair'): ?><th scope="col"><?= $t('household.id') ?></th><?php endif ?>
<?php if ($without !== 'unit' && $without !== 'pair'): ?><th scope="col"><?= $t('unit.id') ?></th><?php endif ?>
<th scope="col"><?= $t('decision.what') ?></th>
<th scope="col"><?= $t('decision.who') ?></th>
<th scope="col"><?= $t('decision.why') ?></th>
<th scope="col" class="wide"><?= $t('decision.proposed') ?></th>
</tr></thead>
<tbody>
<?php foreach ($decisions as $decision): ?>
<tr>
<td><?= $moment($decision['moment']) ?></td>
<?php if ($without !== 'household' && $without !== 'pair'): ?><td class="id"><?php if ($decision['household_id'] !== null): ?><a href="/pairs/<?= $e($decision['household_id']) ?>/<?= $e($decision['unit_id']) ?>"><?= $e($decision['household_id']) ?></a><?php else: ?><?= $t('purged') ?><?php endif ?></td><?php endif ?>
<?php if ($without !== 'unit' && $without !== 'pair'): ?><td class="id"><a href="/units/<?= $e($decision['unit_id']) ?>"><?= $e($decision['unit_id']) ?></a></td><?php endif ?>
<td><b><?= $t("decision.$decision[kind]") ?></b><?php if ($decision['departs']): ?> <span class="flag verify"><?= $t('decision.departs') ?></span><?php endif ?></td>
<td><?= $e($decision['account']) ?></td>
<td class="why"><?php if ($decision['why'] !== null): ?><?= $e($decision['why']) ?><?php else: ?><span class="soft"><?= $t('decision.as-proposed') ?></span><?php endif ?></td>
<td class="wide small"><?php if ($decision['place'] !== null): ?><?= $t('decision.rank', ['rank' => $decision['place']]) ?>, <?php endif ?><?= $t("status.$decision[status]") ?>, <?= $points($decision['points']) ?> <?= $t('points') ?>, <?= $t('decision.version', ['version' => $decision['version']]) ?></td>
</tr>
<?php endforeach ?>
</tbody>
</table>
<?php endif ?>
