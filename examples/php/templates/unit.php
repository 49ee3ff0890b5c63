<p class="trail"><a href="/units"><?= $t('nav.units') ?></a></p>
<h1><?= $t('unit.title') ?> <span class="id"><?= $e($unit['id']) ?></span></h1>
<?= $part('facts-unit', ['unit' => $unit]) ?>
<section aria-labelledby="list">
<h2 id="list"><?= $t('list.title') ?></h2>
<p><?= $n('list.count', $total) ?><?php if ($account->is(CaseTool\Role::Prescriber)): ?> <?= $t('list.own') ?><?php endif ?></p>
<?php if ($candidates !== []): ?>
<ol class="files">
<?php foreach ($candidates as $candidate): ?>
<li>
<span class="rank"><span class="hidden"><?= $t('list.rank') ?> </span><?= $number($candidate['rank']) ?></span>
<a class="id" href="/pairs/<?= $e($candidate['household']) ?>/<?= $e($unit['id']) ?>"><?= $e($candidate['household']) ?></a>
<?= $part('bar', ['parts' => $candidate['parts'], 'most' => $most]) ?>
<span class="total"><b><?= $points($candidate['points']) ?></b> <?= $t('points') ?></span>
<div class="more">
<p class="small"><?php if ($candidate['file']['situation'] !== null): ?><?= $t('situation.' . $candidate['file']['situation']) ?> · <?php endif ?><?= $t('list.since') ?> <?= $day($candidate['file']['request_date']) ?>
<?= $part('flags', ['candidate' => $candidate]) ?>
<?php if ($candidate['tier'] !== null): ?>
<span class="flag"><?= $e($tiers[$candidate['tier']] ?? $candidate['tier']) ?></span>
<?php endif ?>
<?php if ($candidate['household'] === $next): ?>
<span class="flag next"><?= $t('flag.next') ?></span>
<?php endif ?></p>
<?= $part('parts', ['parts' => $candidate['parts']]) ?>
</div>
</li>
<?php endforeach ?>
</ol>
<?php endif ?>
<p class="actions">
<?php if ($account->is(CaseTool\Role::Coordinator)): ?>
<a href="/weights?unit=<?= $e($unit['id']) ?>"><?= $t('list.weights') ?></a>
<?php endif ?>
</p>
</section>
<section aria-labelledby="why-not">
<h2 id="why-not"><?= $t('why-not.title') ?></h2>
<form method="get" action="/pairs" class="search">
<input type="hidden" name="unit" value="<?= $e($unit['id']) ?>">
<div class="field"><label for="household"><?= $t('why-not.household') ?></label><input id="household" name="household" required maxlength="64" list="households" autocomplete="off" autocapitalize="characters" spellcheck="false"></div>
<datalist id="households"><?php foreach ($households as $id): ?><option value="<?= $e($id) ?>"></option><?php endforeach ?></datalist>
<button><?= $t('why-not.ask') ?></button>
</form>
</section>
<section aria-labelledby="decisions">
<h2 id="decisions"><?= $t('decisions.here') ?></h2>
<?= $part('decided', ['decisions' => $decisions, 'without' => 'unit']) ?>
</section>
