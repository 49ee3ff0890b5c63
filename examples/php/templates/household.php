<p class="trail"><a href="/households"><?= $t('nav.households') ?></a></p>
<h1><?= $t('household.title') ?> <span class="id"><?= $e($household['id']) ?></span></h1>
<dl class="facts">
<div><dt><?= $t('household.situation') ?></dt><dd><?php if ($household['situation'] !== null): ?><?= $t("situation.$household[situation]") ?><?php else: ?><?= $t('unknown') ?><?php endif ?></dd></div>
<div><dt><?= $t('household.since') ?></dt><dd><?= $day($household['request_date']) ?></dd></div>
<?php if ($household['last_contact'] !== null): ?>
<div><dt><?= $t('household.contact') ?></dt><dd><?= $day($household['last_contact']) ?></dd></div>
<?php endif ?>
<div><dt><?= $t('household.referrer') ?></dt><dd><?php if ($household['referrer'] !== null): ?><?= $e($household['referrer']) ?><?php else: ?><?= $t('unknown') ?><?php endif ?></dd></div>
<div><dt><?= $t('household.persons') ?></dt><dd><?php if ($household['persons'] === []): ?><?= $number((int) $household['adults'] + (int) $household['children']) ?><?php endif ?><?php foreach ($household['persons'] as $i => $person): ?><?php if ($i > 0): ?>, <?php endif ?><?= $t("person.$person[role]") ?><?php if ($person['birth_date'] !== null): ?> <span class="soft">(<?= $day($person['birth_date']) ?>)</span><?php endif ?><?php endforeach ?></dd></div>
<?php if ($household['territory'] !== null): ?>
<div><dt><?= $t('household.territory') ?></dt><dd><?= $place($household['territory']) ?></dd></div>
<?php endif ?>
<div><dt><?= $t('household.income') ?></dt><dd><?php if ($household['income_month'] !== null): ?><?= $euros($household['income_month']) ?><?php else: ?><?= $t('unknown') ?><?php endif ?></dd></div>
<div><dt><?= $t('household.needs') ?></dt><dd><?php if (($household['needs'] ?? '') !== ''): ?><?= $needs($household['needs']) ?><?php else: ?><?= $t('none') ?><?php endif ?></dd></div>
<?php if ($household['wants_territories'] !== null || $household['wants_kinds'] !== null): ?>
<div><dt><?= $t('household.wants') ?></dt><dd><?= $place($household['wants_territories']) ?><?php if ($household['wants_territories'] !== null && $household['wants_kinds'] !== null): ?> · <?php endif ?><?= $list('kind', $household['wants_kinds']) ?></dd></div>
<?php endif ?>
<?php if ($household['refuses_kinds'] !== null): ?>
<div><dt><?= $t('household.refuses') ?></dt><dd><?= $list('kind', $household['refuses_kinds']) ?></dd></div>
<?php endif ?>
<?php if ($household['avoids_territories'] !== null): ?>
<div><dt><?= $t('household.avoids') ?></dt><dd><?= $place($household['avoids_territories']) ?></dd></div>
<?php endif ?>
<?php if ($household['access'] !== null): ?>
<div><dt><?= $t('household.access') ?></dt><dd><?= $t("access.$household[access]") ?></dd></div>
<?php endif ?>
<?php if ($household['pets']): ?>
<div><dt><?= $t('household.pets') ?></dt><dd><?= $t('yes') ?></dd></div>
<?php endif ?>
</dl>
<p class="actions"><a href="/households/<?= $e($household['id']) ?>/letter"><?= $t('household.letter') ?></a></p>
<section aria-labelledby="homes">
<h2 id="homes"><?= $t('homes.title') ?></h2>
<?php if ($homes === []): ?>
<p><?= $t('homes.none') ?></p>
<?php else: ?>
<ol class="files">
<?php foreach ($homes as $home): ?>
<li>
<span class="rank"><span class="hidden"><?= $t('list.rank') ?> </span><?= $number($home['rank']) ?></span>
<a class="id" href="/pairs/<?= $e($household['id']) ?>/<?= $e($home['unit']) ?>"><?= $e($home['unit']) ?></a>
<?= $part('bar', ['parts' => $home['parts'], 'most' => max(array_column($homes, 'points'))]) ?>
<span class="total"><b><?= $points($home['points']) ?></b> <?= $t('points') ?></span>
<div class="more">
<p class="small"><?= $t('kind.' . $home['home']['kind']) ?>, <?= $place($home['home']['territory']) ?><?php if ($home['home']['rooms'] !== null): ?> · <?= $n('unit.rooms-of', (int) $home['home']['rooms']) ?><?php endif ?>
<?= $part('flags', ['candidate' => ['elsewhere' => []] + $home]) ?></p>
<?= $part('parts', ['parts' => $home['parts']]) ?>
</div>
</li>
<?php endforeach ?>
</ol>
<?php endif ?>
</section>
<section aria-labelledby="why-not">
<h2 id="why-not"><?= $t('why-not.home-title') ?></h2>
<form method="get" action="/pairs" class="search">
<input type="hidden" name="household" value="<?= $e($household['id']) ?>">
<div class="field"><label for="unit"><?= $t('why-not.unit') ?></label><input id="unit" name="unit" required maxlength="64" list="units" autocomplete="off" autocapitalize="characters" spellcheck="false"></div>
<datalist id="units"><?php foreach ($units as $id): ?><option value="<?= $e($id) ?>"></option><?php endforeach ?></datalist>
<button><?= $t('why-not.ask') ?></button>
</form>
</section>
<section aria-labelledby="decisions">
<h2 id="decisions"><?= $t('decisions.here') ?></h2>
<?= $part('decided', ['decisions' => $decisions, 'without' => 'household']) ?>
</section>
