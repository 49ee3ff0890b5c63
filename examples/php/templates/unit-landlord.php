<p class="trail"><a href="/units"><?= $t('nav.units') ?></a></p>
<h1><?= $t('unit.title') ?> <span class="id"><?= $e($unit['id']) ?></span></h1>
<?= $part('facts-unit', ['unit' => $unit]) ?>
<section aria-labelledby="proposals">
<h2 id="proposals"><?= $t('proposals.title') ?></h2>
<?= $part('proposals', ['decisions' => $decisions]) ?>
</section>
