<?php
$rank_before = array_column($before, 'rank', 'household');
$rank_after = array_column($after ?? $before, 'rank', 'household');
?>
<section aria-labelledby="ranking">
<h2 id="ranking"><?= $t('weights.ranking') ?> <span class="id"><?= $e($unit['id']) ?></span></h2>
<?php if ($before === []): ?>
<p><?= $t('homes.nobody') ?></p>
<?php endif ?>
<div class="two">
<table>
<caption><?= $t('weights.present') ?></caption>
<thead><tr><th scope="col" class="num"><?= $t('list.rank') ?></th><th scope="col"><?= $t('household.id') ?></th><th scope="col" class="num"><?= $t('points') ?></th></tr></thead>
<tbody>
<?php foreach (array_slice($before, 0, $shown) as $row): ?>
<tr><td class="num"><?= $number($row['rank']) ?></td><th scope="row"><a href="/pairs/<?= $e($row['household']) ?>/<?= $e($unit['id']) ?>"><?= $e($row['household']) ?></a><?php if (($rank_after[$row['household']] ?? 0) > $shown): ?> <span class="move down"><?= $t('weights.to', ['rank' => $rank_after[$row['household']]]) ?></span><?php endif ?></th><td class="num"><?= $points($row['points']) ?></td></tr>
<?php endforeach ?>
</tbody>
</table>
<?php if ($after !== null): ?>
<table>
<caption><?= $t('weights.proposed') ?></caption>
<thead><tr><th scope="col" class="num"><?= $t('list.rank') ?></th><th scope="col"><?= $t('household.id') ?></th><th scope="col"><?= $t('weights.move') ?></th><th scope="col" class="num"><?= $t('points') ?></th></tr></thead>
<tbody>
<?php foreach (array_slice($after, 0, $shown) as $row): ?>
<?php $up = ($rank_before[$row['household']] ?? 0) - $row['rank'] ?>
<tr><td class="num"><?= $number($row['rank']) ?></td><th scope="row"><a href="/pairs/<?= $e($row['household']) ?>/<?= $e($unit['id']) ?>"><?= $e($row['household']) ?></a></th><td><?php if ($up > 0): ?><span class="move up">▲ <?= $n('weights.up', $up) ?></span><?php elseif ($up < 0): ?><span class="move down">▼ <?= $n('weights.down', -$up) ?></span><?php else: ?><span class="soft"><?= $t('weights.same') ?></span><?php endif ?></td><td class="num"><?= $points($row['points']) ?></td></tr>
<?php endforeach ?>
</tbody>
</table>
<?php endif ?>
</div>
</section>
