--TEST--
orienta judges, scores and lists
--EXTENSIONS--
orienta
--FILE--
<?php
use Orienta\{Policy, Register};

$policy = Policy::fromArray([
    'orienta' => 1, 'id' => 'somewhere', 'version' => '1', 'title' => ['en' => 'Two lines'],
    'rules' => [['id' => 'small', 'require' => ['household.persons' => ['le' => 2]], 'source' => 'our vote']],
    'criteria' => [['id' => 'dalo', 'when' => ['household.priority' => ['has' => 'dalo']], 'points' => 50, 'source' => 'our vote']],
    'order' => ['points desc']]);
$register = Register::fromArray(['as_of' => '2026-11-20', 'territories' => [['id' => 'lens']],
    'households' => [['id' => 'H1', 'request_date' => '2026-01-01', 'adults' => 1],
        ['id' => 'H2', 'request_date' => '2026-02-01', 'adults' => 2, 'priority' => ['dalo']],
        ['id' => 'H3', 'request_date' => '2026-03-01', 'adults' => 2, 'children' => 1]],
    'units' => [['id' => 'U1', 'kind' => 'plai', 'territory' => 'lens']]], $policy);
var_dump($policy->judge($register, household: 'H3', unit: 'U1')->getStatus());
foreach ($policy->shortlistUnit($register, 'U1', n: 3) as $row) {
    echo "$row[rank]. $row[household] $row[points]\n";
}
try {
    $policy->score($register, 'H9');
} catch (Orienta\NotFoundException $problem) {
    echo $problem->getMessage(), "\n";
}
?>
--EXPECT--
enum(Orienta\Status::Ineligible)
1. H2 50
2. H1 0
no household "H9" in the register; did you mean "H1"?
