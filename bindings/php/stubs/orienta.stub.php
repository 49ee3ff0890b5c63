<?php
// The extension orienta, as editors and analysers read it; made by `./dev docs` from the extension itself.

namespace Orienta;

class Exception extends \RuntimeException {}

class ReadException extends Exception {}

class WriteException extends Exception {}

class SyntaxException extends Exception {}

class InvalidException extends Exception {}

class NotFoundException extends Exception {}

class CancelledException extends Exception {}

class EthicsException extends Exception {}

class LimitException extends Exception {}

class MissingException extends Exception {}

/** What an attribute describes. */
enum Of: string
{
    case Household = 'household';
    case Unit = 'unit';
    case Pair = 'pair';
}

/** What an attribute's values are. */
enum Type: string
{
    case Bool = 'bool';
    /** exact decimals, six places */
    case Number = 'number';
    case Date = 'date';
    /** one of a closed list */
    case Word = 'word';
    /** a set out of a closed list */
    case Words = 'words';
    /** one of an open list: a landlord, a contingent */
    case Code = 'code';
    /** a set out of an open list: priority publics */
    case Codes = 'codes';
    /** a territory */
    case Place = 'place';
}

/** What a line describes. */
enum Table: string
{
    case Households = 'households';
    case Persons = 'persons';
    case Units = 'units';
    case Services = 'services';
    case Territories = 'territories';
    case Outcomes = 'outcomes';
    case Offers = 'offers';
}

/** Why a call could not be done. An answer nobody likes (not eligible, nothing left) is a result, not an error. */
enum ErrorCode: int
{
    /** a file could not be read */
    case Read = 1;
    /** a file could not be written; what stood there still stands */
    case Write = 2;
    /** not CSV, not JSON, not UTF-8 */
    case Syntax = 3;
    /** well formed, but a value is not what it must be */
    case Invalid = 4;
    /** no household, unit, criterion of that id */
    case NotFound = 5;
    /** its progress said false */
    case Cancelled = 6;
    /** the policy breaks Housing First or discriminates (docs/policy.md) */
    case Ethics = 7;
    /** larger than the library accepts */
    case Limit = 8;
    /** the library was built without what this needs */
    case Missing = 9;
}

/** What can happen. `value` is said beside each. */
enum EventKind: string
{
    /** a household asks for a home; value: the scenario's profile */
    case Arrived = 'arrived';
    /** its needs or income are different; value: the scenario's change */
    case Changed = 'changed';
    /** it no longer waits; value: days waited, whole ones */
    case Abandoned = 'abandoned';
    /** a tenant has left a place; value: the place's number in its unit */
    case Vacated = 'vacated';
    /** that place can be given out */
    case Free = 'free';
    /** places that were not there before, free; value: how many */
    case Delivered = 'delivered';
    /** value: how many places are offered */
    case Commission = 'commission';
    /** a place to a household; value: its points, rounded to whole ones */
    case Offered = 'offered';
    /** by the household */
    case Refused = 'refused';
    /** by the structure */
    case Rejected = 'rejected';
    /** value: days waited, whole ones */
    case Housed = 'housed';
    /** value: slots taken, of the first kind that the service has */
    case SupportBegun = 'support_begun';
    /** value: the new level */
    case SupportChanged = 'support_changed';
    /** value: slots given back */
    case SupportEnded = 'support_ended';
}

/** The tongue of an answer: an argument of each call, never the process's. */
enum Language: string
{
    case French = 'fr';
    case English = 'en';
}

/** For whom an explanation is written. */
enum Audience: string
{
    /** everything, under the four headings of CRPA R.311-3-1-2 */
    case Person = 'person';
    /** no special category of personal data (GDPR art. 9) */
    case ThirdParty = 'third_party';
}

/** How homes are given out. */
enum Mechanism: string
{
    /** all at once: the best matching there is */
    case Optimal = 'optimal';
    /** home by home, each to the first of its list: today's practice */
    case Sequential = 'sequential';
    /** households propose; nobody is passed over by someone of lower rank */
    case Stable = 'stable';
    /** made by somebody else: Matching::given() */
    case Given = 'given';
}

/** What the best matching has most of; the other one comes second. */
enum Objective: string
{
    case Points = 'points';
    case Households = 'households';
}

/** The order in which the sequential mechanism comes to the homes. */
enum UnitOrder: string
{
    case AsListed = 'as_listed';
    /** the first to be available first; those without a date last */
    case ByDate = 'by_date';
    /** the fewest candidates first */
    case ScarceFirst = 'scarce_first';
}

/** How support is matched; the policy's own mode unless told otherwise. */
enum SupportUse: string
{
    case Policy = 'policy';
    case Required = 'required';
    case Preferred = 'preferred';
    case Ignored = 'ignored';
}

/**
 * What is asked of a matching under limits that bind: what one slot, one household more or less in a quota, one place
 * is worth. Under places alone that is always known.
 */
enum Prices: string
{
    /** limits, where there is little to solve */
    case Quick = 'quick';
    case None = 'none';
    /** limits and units, however long it takes */
    case All = 'all';
}

/** What is claimed of a matching. */
enum MatchStatus: string
{
    /** the best there is, proven */
    case Optimal = 'optimal';
    /** the time was up: no matching reaches more than the bound */
    case Bounded = 'bounded';
    /** the limits cannot hold together: nobody is matched, the conflicts say why */
    case Infeasible = 'infeasible';
    /** any other mechanism: nothing is claimed of the sum, limits are told and not imposed */
    case Plain = 'plain';
}

/** What a limit is about. */
enum LimitKind: string
{
    /** of the policy; `id` is the quota's */
    case Quota = 'quota';
    /** slots of one dimension; `id` is the service's */
    case Service = 'service';
    /** what a household may lose; `id` is the household's */
    case Baseline = 'baseline';
    /** a pair that is to stay; `id` is the household's */
    case Keep = 'keep';
}

/** What points rest on before anyone has checked; a score asked at a level counts this level and those before it. */
enum Evidence: string
{
    /** a fact the system knows, or a document that has been seen */
    case Verified = 'verified';
    /** the household says so */
    case Declared = 'declared';
    /** a third party must confirm */
    case NeedsValidation = 'needs_validation';
}

/**
 * Stable codes of everything the library answers with. A number keeps its meaning for ever; a retired one is not used
 * again. Each has a name and a sentence in both languages (lib/base/reason.c).
 */
enum ReasonCode: string
{
    case None = 'none';
    case AvoidedTerritory = 'avoided-territory';
    case KindRefused = 'kind-refused';
    case AccessMissing = 'access-missing';
    case PetsNotAllowed = 'pets-not-allowed';
    case AgeOutside = 'age-outside';
    case OwnPlace = 'own-place';
    case OutsideChoice = 'outside-choice';
    case PetsUnknown = 'pets-unknown';
    case AgeUnknown = 'age-unknown';
    case RuleFailed = 'rule-failed';
    case RuleToVerify = 'rule-to-verify';
    case RuleUnknown = 'rule-unknown';
    case RuleFlagged = 'rule-flagged';
    case Counted = 'counted';
    case NotMet = 'not-met';
    case NotKnown = 'not-known';
    case NotApplicable = 'not-applicable';
    case Outdone = 'outdone';
    case NotProven = 'not-proven';
    case GroupCap = 'group-cap';
    case GroupFloor = 'group-floor';
    case TotalMax = 'total-max';
    case TotalMin = 'total-min';
    case FlipAtMost = 'flip-at-most';
    case FlipLessThan = 'flip-less-than';
    case FlipAtLeast = 'flip-at-least';
    case FlipMoreThan = 'flip-more-than';
    case FlipBe = 'flip-be';
    case FlipNotBe = 'flip-not-be';
    case FlipHave = 'flip-have';
    case FlipNotHave = 'flip-not-have';
    case FlipKnow = 'flip-know';
    case FlipCriterion = 'flip-criterion';
    case FlipNotCriterion = 'flip-not-criterion';
    case NothingEligible = 'nothing-eligible';
    case NotShortlisted = 'not-shortlisted';
    case MatchLeftOut = 'match-left-out';
    case MatchOutscored = 'match-outscored';
    case MatchTied = 'match-tied';
    case MatchTier = 'match-tier';
    case MatchNoSupport = 'match-no-support';
    case MatchQuota = 'match-quota';
    case MatchHeld = 'match-held';
    case MatchLimits = 'match-limits';
    case MatchConflict = 'match-conflict';
    case MatchNoPlace = 'match-no-place';
    case MatchOrder = 'match-order';
    case MatchFewer = 'match-fewer';
    case MatchReserved = 'match-reserved';
    case MatchSlotReserved = 'match-slot-reserved';
    case LintRuleNeverPasses = 'lint-rule-never-passes';
    case LintRuleAlwaysPasses = 'lint-rule-always-passes';
    case LintCriterionNeverFires = 'lint-criterion-never-fires';
    case LintBandUnreachable = 'lint-band-unreachable';
    case LintBandsNotMonotone = 'lint-bands-not-monotone';
    case LintAgeWithoutBasis = 'lint-age-without-basis';
    case LintLocalLink = 'lint-local-link';
    case LintShelterAboveStreet = 'lint-shelter-above-street';
    case LintLocalSanction = 'lint-local-sanction';
    case LintTimeLimitedFavoured = 'lint-time-limited-favoured';
    case LintNotInForce = 'lint-not-in-force';
    case LintUnused = 'lint-unused';
    case LintNoSource = 'lint-no-source';
    case LintTableGap = 'lint-table-gap';
    case LintGroupCapUnreachable = 'lint-group-cap-unreachable';
    case LintStrataShares = 'lint-strata-shares';
    case LintCodeUndeclared = 'lint-code-undeclared';
    case LintVersionGap = 'lint-version-gap';
    case LintQuotaLimitsNeed = 'lint-quota-limits-need';
}

enum Severity: string
{
    /** changes nothing */
    case Info = 'info';
    /** someone must look before a decision */
    case Verify = 'verify';
    /** says no */
    case Refuse = 'refuse';
}

/** What solving a program came to. */
enum Solved: string
{
    /** nothing is better, at any level */
    case Optimal = 'optimal';
    /** allowed; time, or what doubles can tell apart, ran out before the bound was met */
    case Feasible = 'feasible';
    /** the limits contradict each other */
    case Infeasible = 'infeasible';
    /** time ran out before anything was found */
    case Unknown = 'unknown';
}

enum Status: string
{
    case Eligible = 'eligible';
    /** nothing says no, something is not known */
    case ToVerify = 'to_verify';
    case Ineligible = 'ineligible';
}

/** rules, criteria, order */
final class Policy implements \JsonSerializable
{
    /**
     * Errors: ReadException, SyntaxException, InvalidException, LimitException, and EthicsException for what breaks
     * Housing First or discriminates. All faults are told together, a line each, with line, column and path.
     *
     * @param string $path a JSON document, UTF-8 (docs/policy.md)
     * @return Policy the policy, sealed
     */
    public static function load(string $path): Policy {}

    /**
     * As Policy::load(); faults are said to lie in "policy.json".
     *
     * @param string $json the document
     * @return Policy the policy, sealed
     */
    public static function parse(string $json): Policy {}

    /** The document's id. */
    public function getId(): string {}

    /** The authority's own version. */
    public function getVersion(): string {}

    /** The title in that tongue, else in the other, else the id. */
    public function getTitle(Language $language): string {}

    /** The document in canonical form (RFC 8785): what Policy::getSha256() is of. */
    public function toJson(): string {}

    /** The SHA-256 of the canonical form, in hex. */
    public function getSha256(): string {}

    /**
     * What looks wrong in a policy and may yet be meant. Nothing is refused here; what breaks Housing First never
     * loads.
     *
     * Complexity: for each rule and criterion, the kinds of household × the kinds of unit that it tells apart.
     *
     * @param ?Register $register a register to try the policy on; null looks at the policy alone
     * @return Lint the warnings, in the order of the document, those that need a register last
     */
    public function lint(?Register $register = null): Lint {}

    /**
     * Says whether the household may have the unit, and gives every reason. An answer of no is a verdict, not an
     * error.
     *
     * Complexity: the size of the policy.
     *
     * @param string $household an id of $register
     * @param string $unit an id of $register
     * @return Verdict the verdict
     * @throws NotFoundException for an unknown id, InvalidException when $register has columns that $policy declares
     * otherwise
     */
    public function judge(Register $register, string $household, string $unit): Verdict {}

    /**
     * The households that may have a unit, in order, those to be verified included and marked. Points that are
     * declared count.
     *
     * Complexity: households × the size of the policy.
     *
     * @param string $unit an id of $register
     * @param int $n the most candidates to keep; they are counted all the same
     * @param ?string $seed the lottery's; without one the id decides between equals
     * @return Shortlist one list
     * @throws NotFoundException or InvalidException
     */
    public function shortlistUnit(Register $register, string $unit, int $n, ?string $seed = null): Shortlist {}

    /** The units that a household may have, in order; otherwise as Policy::shortlistUnit(). */
    public function shortlistHousehold(Register $register, string $household, int $n, ?string $seed = null): Shortlist {}

    /**
     * The shortlist of every unit, list i being that of unit i; otherwise as Policy::shortlistUnit().
     *
     * @param Evidence $level what the points may rest on
     * @param int $threads 0 for one for each processor; the result does not depend on it
     * @param ?callable $progress counts households
     * @return Shortlist the lists
     * @throws CancelledException, InvalidException, or LimitException for more than 100 million candidates on all
     * lists together
     */
    public function shortlistUnits(Register $register, int $n, ?string $seed, Evidence $level, int $threads = 0, ?callable $progress = null): Shortlist {}

    /** The ranked units of every household, list i being that of household i; otherwise as Policy::shortlistUnits(). */
    public function shortlistHouseholds(Register $register, int $n, ?string $seed, Evidence $level, int $threads = 0, ?callable $progress = null): Shortlist {}

    /**
     * Every pair that is not refused, with its points and whether it is to be verified.
     *
     * Complexity: for each household, the units / 64 for each rule plus its pairs for each criterion that reads the
     * unit; 13 bytes for each pair, up to three times that while they are gathered.
     *
     * @param Evidence $level what the points may rest on
     * @param int $threads 0 for one for each processor; the result does not depend on it
     * @param ?callable $progress counts households
     * @return Pairs the pairs
     * @throws CancelledException, InvalidException, or LimitException for more than 500 million pairs, or more than
     * there is memory for
     */
    public function pairs(Register $register, Evidence $level, int $threads = 0, ?callable $progress = null): Pairs {}

    /**
     * The points of a household, for one home or by itself, counting what is verified and what is declared.
     * Eligibility is another question: Policy::judge().
     *
     * Complexity: the size of the policy.
     *
     * @param string $household an id of $register
     * @param ?string $unit an id of $register; null leaves out what depends on a home
     * @return Score the score
     * @throws NotFoundException for an unknown id, InvalidException when $register has columns that $policy declares
     * otherwise
     */
    public function score(Register $register, string $household, ?string $unit = null): Score {}

    /** The same at a level of evidence: points that rest on less are stated and not counted. */
    public function scoreAt(Register $register, string $household, ?string $unit, Evidence $level): Score {}

    /** Policy::explainAt() counting what is verified and what is declared. */
    public function explain(Register $register, string $household, ?string $unit, Language $language, Audience $audience): string {}

    /**
     * The explanation as plain text of at most 80 columns, UTF-8. The additions are those of Policy::scoreAt(), line
     * by line, and add up to the total exactly.
     *
     * Complexity: the size of the policy; without a unit, times the number of units.
     *
     * @param string $household an id of $register
     * @param ?string $unit an id of $register; null explains the household by itself, and which homes are open to it
     * @param Evidence $level which points count
     * @param Audience $audience a person reads everything, under the four headings of CRPA R.311-3-1-2; a third party
     * reads no special category of personal data, no total, and one sentence, always the same, that more may be held
     * elsewhere
     * @throws NotFoundException for an unknown id, InvalidException when $register has columns that $policy declares
     * otherwise
     */
    public function explainAt(Register $register, string $household, ?string $unit, Evidence $level, Language $language, Audience $audience): string {}

    /** A row for each criterion; without points where it has no single number. */
    public function criteria(): Frame {}

    /** As Policy::parse(), out of nested arrays such as Policy::toArray() gives. An empty object is `new \stdClass`. */
    public static function fromArray(array $policy): Policy {}

    /** The document as nested arrays. */
    public function toArray(): array {}

    /** The document, for json_encode(). */
    public function jsonSerialize(): mixed {}

    /** The same policy with other points for some criteria: ['dalo' => 60, 'seniority' => '0.5']. */
    public function withPoints(array $points): Policy {}

    /** What sets the other apart: of each list that differs what is added, removed, changed. Alike policies give []. */
    public function diff(Policy $other): array {}

    /**
     * Who where, of all households and homes at once. What is left out is as the policy says.
     *
     * @param ?float $minimum the points below which no pair is made
     * @param ?Matching $baseline a matching in which no household may lose more than $mostLoss points
     * @param ?array $keep pairs that stay, [[household, unit], ...]
     * @param ?array $bar pairs that may not be
     * @param ?Reserve $reserve what places and slots are kept for; who has fewer points does not get one
     * @param float $seconds how long to search for the best; 0 is as long as it takes
     * @param int $threads 0 for one for each processor; the result does not depend on it
     * @param ?callable $progress is called now and then with (string $stage, int $done, int $total); false stops the
     * call
     */
    public function match(Register $register, Mechanism $mechanism = Mechanism::Optimal, ?string $seed = null, Objective $objective = Objective::Points, Evidence $level = Evidence::Declared, bool $toVerify = true, ?float $minimum = null, SupportUse $support = SupportUse::Policy, UnitOrder $unitOrder = UnitOrder::ByDate, bool $quotas = true, ?Matching $baseline = null, ?float $mostLoss = null, ?array $keep = null, ?array $bar = null, ?Reserve $reserve = null, Prices $prices = Prices::Quick, float $seconds = 0, int $threads = 0, ?callable $progress = null): Matching {}

    private function __construct() {}
}

/** households, units, services on one day */
final class Register implements \JsonSerializable
{
    /**
     * As Register::read() on the data's own day, without progress.
     *
     * @param string $path a folder of CSV files, or one JSON document (docs/data.md)
     * @param ?Policy $policy the policy that declares further columns; it is not kept
     * @return Register the register, sealed
     */
    public static function load(string $path, ?Policy $policy = null): Register {}

    /**
     * Errors: ReadException, SyntaxException, InvalidException, LimitException, CancelledException. All faults are
     * told together, a line each.
     *
     * @param string $path a folder of CSV files, or one JSON document (docs/data.md)
     * @param ?Policy $policy the policy that declares further columns; it is not kept
     * @param ?string $asOf the day the register describes, "2026-11-22"; null for the data's own
     * @param ?callable $progress told of bytes read
     * @return Register the register, sealed
     */
    public static function read(string $path, ?Policy $policy = null, ?string $asOf = null, ?callable $progress = null): Register {}

    /**
     * @param string $json one document (docs/data.md)
     * @param ?Policy $policy the policy that declares further columns; it is not kept
     * @return Register the register, sealed
     */
    public static function parse(string $json, ?Policy $policy = null): Register {}

    /** The day described, "2026-11-22". */
    public function getAsOf(): string {}

    public function getNHouseholds(): int {}

    public function getNUnits(): int {}

    public function getNServices(): int {}

    public function getNTerritories(): int {}

    /**
     * The canonical form (RFC 8785): the same facts give the same bytes, whatever way and order they came in.
     *
     * @return string the document
     */
    public function toJson(): string {}

    /**
     * Computed at first demand, without holding the document; from any thread.
     *
     * @return string 64 hexadecimal digits: the SHA-256 of Register::toJson(); lives as long as the register
     */
    public function getSha256(): string {}

    public function households(): Frame {}

    public function units(): Frame {}

    /**
     * As Register::parse(), out of nested arrays: ['as_of' => '2026-11-20', 'households' => [...], 'units' => [...]]
     * (docs/data.md). The number of the format, 'orienta', may be left out.
     */
    public static function fromArray(array $tables, ?Policy $policy = null): Register {}

    /**
     * A value as people read it: "1 250 €", "12 mois", a date; "not known" where it is not. The household or the
     * unit may be null where the attribute is not of it.
     */
    public function formatValue(string $attribute, ?string $household, ?string $unit, Language $language): string {}

    /** The document as nested arrays. */
    public function toArray(): array {}

    /** The document, for json_encode(): all that is known of the households. */
    public function jsonSerialize(): mixed {}

    private function __construct() {}
}

/**
 * Every object: opaque, counted by references, immutable once made (builder and program apart), free to be shared by
 * threads.
 */
final class Builder
{
    /**
     * Errors: InvalidException for a day that is none.
     *
     * @param ?string $asOf the day the register will describe; null for the data's own
     * @param ?Policy $policy the policy that declares further columns; it is not kept
     */
    public function __construct(?string $asOf = null, ?Policy $policy = null) {}

    /**
     * Begins a line: the values set next are its columns. Lines may come in any order; a line may name another that
     * comes later. Without effect on a builder that is sealed.
     *
     * @param Table $table what the line describes
     */
    public function begin(Table $table): void {}

    /**
     * Sets one column of the current line. A column that is a list takes `|` between values and may be set several
     * times, which adds to it; any other may be set once. What is wrong is told by Builder::seal(), all faults at
     * once.
     *
     * @param string $column a column of the table, as in docs/data.md, or a local one
     * @param ?string $value what would stand in a CSV cell; null and "" are not known
     */
    public function set(string $column, ?string $value): void {}

    /**
     * Complexity: n log n of the lines, and linear where ids come in order.
     *
     * Checks everything and makes the register. The builder is spent, whatever the outcome.
     *
     * @return Register the register, or null with all faults, one a line
     */
    public function seal(): Register {}

    /**
     * The same, which shows how far it is ("checking the register") and may be cancelled. The builder is spent all the
     * same.
     */
    public function sealWith(?callable $progress = null): Register {}
}

/** whether a household may have a unit, and why not */
final class Verdict implements \JsonSerializable
{
    /** The policy that it was made under. */
    public function getPolicy(): Policy {}

    /** The register that it speaks of. */
    public function getRegister(): Register {}

    public function getStatus(): Status {}

    /**
     * Canonical JSON (RFC 8785); docs/answers.md has the shape.
     *
     * @param Audience $audience for a third party, what is special is left out and a refusal is "not_proposed"
     * whatever its reason
     */
    public function toJson(Audience $audience): string {}

    /** A row for each reason that says no or asks to verify. `special`: nothing for third parties (GDPR art. 9). */
    public function reasons(Language $language): Frame {}

    /** A row for each rule that was asked. */
    public function checks(Language $language): Frame {}

    /** The id of the household. */
    public function getHousehold(): string {}

    /** The id of the unit. */
    public function getUnit(): string {}

    /** The verdict as that audience may read it (docs/answers.md). */
    public function toArray(Audience $audience): array {}

    /** The verdict as a third party may read it, for json_encode(). */
    public function jsonSerialize(): mixed {}

    private function __construct() {}
}

/** points and the lines that add up to them */
final class Score implements \JsonSerializable
{
    /** The policy that it was made under. */
    public function getPolicy(): Policy {}

    /** The register that it speaks of. */
    public function getRegister(): Register {}

    /** The score. */
    public function getPoints(): float {}

    public function getLevel(): Evidence {}

    /**
     * Canonical JSON (RFC 8785); docs/answers.md has the shape. The `points` of the lines add up to `points` exactly.
     *
     * @param Audience $audience for a third party, special lines, whole groups that hold one, and the total are left
     * out
     */
    public function toJson(Audience $audience): string {}

    /** A row for each line of a score; the points add up to it. */
    public function lines(Language $language): Frame {}

    /** The score as that audience may read it (docs/answers.md). */
    public function toArray(Audience $audience): array {}

    /** The score as a third party may read it, for json_encode(). */
    public function jsonSerialize(): mixed {}

    private function __construct() {}
}

/** ranked candidates for a unit, or ranked units for a household */
final class Shortlist implements \Countable, \IteratorAggregate, \JsonSerializable
{
    /** The policy that it was made under. */
    public function getPolicy(): Policy {}

    /** The register that it speaks of. */
    public function getRegister(): Register {}

    /**
     * Canonical JSON (RFC 8785); docs/answers.md has the shape. Ranks count from 1 here, as people say them. Not for
     * third parties: points and tiers may tell of health.
     */
    public function toJson(): string {}

    /** A row for each rank of each list; ranks count from 1 here, as people do. */
    public function rows(): Frame {}

    /** How many candidates there are, of all lists. */
    public function count(): int {}

    /** The candidates in order: rank, household, unit, points, status and more. */
    public function getIterator(): \Traversable {}

    /** The lists, each with its candidates (docs/answers.md). */
    public function toArray(): array {}

    /** The lists, for json_encode(). Not for third parties: points and tiers may tell of health. */
    public function jsonSerialize(): mixed {}

    private function __construct() {}
}

/** every pair that is not refused, with its points */
final class Pairs implements \Countable, \IteratorAggregate
{
    /** The policy that it was made under. */
    public function getPolicy(): Policy {}

    /** The register that it speaks of. */
    public function getRegister(): Register {}

    /** A row for each pair that is not refused, by household, then unit. */
    public function rows(): Frame {}

    /** How many pairs there are. */
    public function count(): int {}

    /** The pairs: household, unit, points, status. */
    public function getIterator(): \Traversable {}

    private function __construct() {}
}

/** what looks wrong in a policy */
final class Lint implements \Countable
{
    /** A row for each warning. */
    public function rows(Language $language): Frame {}

    /** How many warnings there are. */
    public function count(): int {}

    private function __construct() {}
}

/** who where, the unmatched and why, prices, certificate */
final class Matching implements \Countable, \IteratorAggregate, \JsonSerializable
{
    /** The policy that it was made under. */
    public function getPolicy(): Policy {}

    /** The register that it speaks of. */
    public function getRegister(): Register {}

    public function getStatus(): MatchStatus {}

    public function getMechanism(): Mechanism {}

    /** The points of all pairs together. */
    public function getTotal(): float {}

    /**
     * No matching under the same limits has more points than this; the total itself where it is proven. Of no meaning
     * for a plain matching.
     */
    public function getBound(): float {}

    /**
     * The matching after this household, or the structure, has refused: the pair is not made again, those who come
     * before it in the order of moves keep what they have, everybody after it is matched anew; so are those who were
     * to exchange places with it. A household that refuses stays a candidate for every other home (HF5), whatever the
     * baseline gave it. Of a matching that somebody else made the pair is taken out.
     *
     * @param string $household an id that is matched
     * @return Matching another matching
     * @throws NotFoundException where the household is not matched, or as Policy::match()
     */
    public function refuse(string $household, ?callable $progress = null): Matching {}

    /**
     * Complexity: that of Policy::pairs(), and a pass over the pairs for each level. They are gone through household
     * by household and not kept, but for a stable matching, one against a baseline, tiers, slots kept for later, and
     * points below 0.
     *
     * Checks a matching against policy and register: each pair open and of the points that are said, places, who must
     * be served, services, limits, sums; for a best one that nothing is better (by its prices, where places alone
     * decided); for a stable one that nobody is passed over. Of a matching under limits it is not checked that the
     * bound is right.
     *
     * @return bool whether all that holds
     * @throws InvalidException and the first thing that does not, or with CancelledException
     */
    public function verify(Policy $policy, Register $register): bool {}

    /**
     * The record; docs/answers.md has the shape. It names policy and register by the SHA-256 of their canonical form
     * and tells everything about everybody: it is for the coordinator, not for third parties.
     */
    public function toJson(): string {}

    /**
     * What the matching says to one household, as plain text of at most 80 columns, UTF-8. Other households are in it
     * as numbers of points alone.
     *
     * Complexity: that of Policy::pairs()
     *
     * @param string $household an id of the matching's register
     * @param Audience $audience a person reads why, what would change it, and the purpose and rights of CRPA L.311-3-1
     * with the four headings of R.311-3-1-2 for the home proposed, or the nearest one; a third party reads where, and
     * neither points nor reasons
     * @throws NotFoundException for an unknown id
     */
    public function explain(string $household, Language $language, Audience $audience): string {}

    /**
     * Whether it is known what one place more or less is worth: for a best matching whose limits do not bind, as if
     * there were none; with Prices::All for any best one, under its limits, where that could be settled for every
     * unit.
     */
    public function hasPrices(): bool {}

    /**
     * Matches again what a record tells of, and compares. The register and the policy must be those that it names. A
     * record of another version of the library, or of HiGHS, may differ; what differs is told.
     *
     * @param string $record what Matching::toJson() wrote, with or without a line end after it
     * @return Matching the matching, whose record is the same to the byte
     * @throws SyntaxException for what is not JSON, InvalidException for what is no record, one of other sources, or
     * one that comes out differently, or as Policy::match()
     */
    public static function replay(string $record, Policy $policy, Register $register, ?callable $progress = null): Matching {}

    /** A row for each household that is housed. `left`: the unit whose place it leaves. */
    public function pairs(): Frame {}

    /** A row for each household that has no new home. */
    public function unmatched(Language $language): Frame {}

    /**
     * A row for each unit: what one place more or less is worth, in points and in households; missing where that is
     * not known, and what one less costs where none can be spared. `cutoff`: the lowest points that hold a place;
     * missing where a place is free or none is.
     */
    public function prices(): Frame {}

    /** A row for each limit beside the places of the homes: how far it is used, whether it holds, what it is worth. */
    public function limits(): Frame {}

    /** A row for each limit of a smallest set that cannot hold together; `gap`: how far it alone would have to give. */
    public function conflicts(): Frame {}

    /** A row for each turn, in the order in which people move; those of an exchange move on one day. */
    public function moves(): Frame {}

    /**
     * A matching that somebody else made, [[household, unit], ...]: what it adds up to, which limits it keeps, who has
     * no home and why.
     */
    public static function given(Policy $policy, Register $register, array $pairs, ?string $seed = null, Objective $objective = Objective::Points, Evidence $level = Evidence::Declared, bool $toVerify = true, ?float $minimum = null, SupportUse $support = SupportUse::Policy, UnitOrder $unitOrder = UnitOrder::ByDate, bool $quotas = true, ?Matching $baseline = null, ?float $mostLoss = null, ?array $keep = null, ?array $bar = null, ?Reserve $reserve = null, Prices $prices = Prices::Quick, float $seconds = 0, int $threads = 0, ?callable $progress = null): Matching {}

    /** What changes from this matching to the other: who gets a home, who loses it, who has another one. */
    public function diff(Matching $other): array {}

    /** How many households get a home. */
    public function count(): int {}

    /** The pairs: household, unit, points, status and more. */
    public function getIterator(): \Traversable {}

    /** The record: all that is needed to make the matching again and to answer for it (docs/matching.md). */
    public function toArray(): array {}

    /** The record, for json_encode(). */
    public function jsonSerialize(): mixed {}

    private function __construct() {}
}

/** what a commission reads: lists, and who is on none */
final class Report
{
    /**
     * The lists of every unit, and who is on none of them and why: the conditions that say no, counted over the
     * households to whom no home is open (over evenly spread homes where that would be more than 400 000 verdicts),
     * and how far the others are from a list.
     *
     * Complexity: twice Policy::shortlistUnits(); memory for the lists and each household, not for each pair.
     *
     * @param int $n candidates shown of each list; 0 shows all
     * @param ?string $seed of the draw between equals; without one the id decides
     * @param Evidence $level which points count
     * @param int $threads 0 for one for each processor; the report does not depend on it
     * @param ?callable $progress counts households
     * @throws CancelledException or InvalidException
     */
    public function __construct(Policy $policy, Register $register, int $n, ?string $seed, Evidence $level, int $threads = 0, ?callable $progress = null) {}

    /**
     * The list of one unit, and why the other households are not on it; otherwise as Report::__construct().
     *
     * @param string $unit an id of $register
     * @return Report the report
     * @throws NotFoundException or InvalidException
     */
    public static function newUnit(Policy $policy, Register $register, string $unit, int $n, ?string $seed, Evidence $level): Report {}

    /**
     * The homes of one household in order, and why the others are not open to it; otherwise as Report::__construct().
     *
     * @param string $household an id of $register
     * @return Report the report
     * @throws NotFoundException or InvalidException
     */
    public static function newHousehold(Policy $policy, Register $register, string $household, int $n, ?string $seed, Evidence $level): Report {}

    /**
     * One HTML document, UTF-8, without script or outside resource; it prints on A4 and reads at 320 pixels.
     *
     * @param Audience $audience third parties read the lists, without points and without what is special; not who was
     * left out, nor why
     */
    public function toHtml(Language $language, Audience $audience): string {}

    /**
     * Plain text of at most 80 columns (ids longer than theirs apart), UTF-8.
     *
     * @param Audience $audience third parties read the lists, without points and without what is special
     */
    public function toText(Language $language, Audience $audience): string {}

    /**
     * Canonical JSON (RFC 8785); docs/answers.md has the shape.
     *
     * @param Audience $audience third parties read the lists, without points and without what is special; not who was
     * left out, nor why
     */
    public function toJson(Audience $audience): string {}

    /**
     * RFC 4180: a line for each place on a list, as docs/answers.md says; in a unit's or household's own answer also
     * one for each refused pair, without rank.
     *
     * @param Audience $audience third parties read no points, tiers, strata or draws
     */
    public function toCsv(Audience $audience): string {}
}

/** the same of a whole matching */
final class MatchingReport
{
    /**
     * What a commission reads of a matching, once for all forms. Nothing is matched again.
     *
     * @param ?Matching $baseline another matching of the same register, to compare with: what is done today, or was
     * decided before
     */
    public function __construct(Matching $matching, ?Matching $baseline = null) {}

    /**
     * One HTML document, UTF-8, without script or outside resource; it prints on A4 and reads at 320 pixels.
     *
     * @param Audience $audience third parties read who is proposed where, without points and without what is special
     */
    public function toHtml(Language $language, Audience $audience): string {}

    /**
     * Plain text of at most 80 columns (ids longer than theirs apart), UTF-8.
     *
     * @param Audience $audience third parties read who is proposed where, without points and without what is special
     */
    public function toText(Language $language, Audience $audience): string {}

    /**
     * RFC 4180: a line for each household, as docs/answers.md says, in the register's order.
     *
     * @param Audience $audience third parties read who is proposed where; no points, no support, not who is left, nor
     * why
     */
    public function toCsv(Audience $audience): string {}
}

/**
 * What Choices::assign() chooses among: rows, columns with their places, pairs with their values. It keeps the arrays,
 * of which lengths and bounds are checked once, so that a language can hand them on and verify later.
 */
final class Choices
{
    public function __construct(array $first, array $columns, array $values, array $capacities, int $nLevels = 1) {}

    /**
     * The same from loose pairs. Complexity: linear.
     *
     * @param array $rows the row of each pair, in any order
     * @param float $scale 0, or what decimals are multiplied by before they are rounded to whole numbers
     * @return Choices the choices
     * @throws InvalidException for arrays that do not fit together
     */
    public static function fromPairs(int $nRows, array $rows, array $columns, array $values, array $capacities, int $nLevels = 1, float $scale = 0): Choices {}

    public function getNRows(): int {}

    public function getNColumns(): int {}

    public function getNLevels(): int {}

    public function assign(?callable $progress = null): Assignment {}

    public function verify(Assignment $assignment): bool {}

    public function margins(Assignment $assignment, ?callable $progress = null): Margins {}

    /** The first level as a program, to which limits may be added. */
    public function program(): Program {}

    /** A matching that is kept the best: of one level only. */
    public function assigner(?callable $progress = null): Assigner {}
}

/** a matching on bare arrays, and its proof */
final class Assignment
{
    public function __construct(array $columns, array $prices, array $totals) {}

    public function getNRows(): int {}

    public function getNColumns(): int {}

    /** How many pairs are chosen: as many rows are served. */
    public function getNPairs(): int {}

    /** How many levels of values were given. Where nothing else is said, what the others tell is of the first. */
    public function getNLevels(): int {}

    /** What the values of the chosen pairs add up to. */
    public function getTotal(): int {}

    /** What the values of the chosen pairs at a level add up to. */
    public function getLevelTotal(int $level): int {}

    public function getColumns(): ?array {}

    public function getValues(): ?array {}

    public function getSlack(): ?array {}

    public function getPrices(): ?array {}

    public function getCutoffs(): ?array {}

    public function getLevelValues(int $level): ?array {}

    public function getLevelSlack(int $level): ?array {}

    public function getLevelPrices(int $level): ?array {}
}

/** what one place or one row is worth to a matching */
final class Margins
{
    /** As many as the matching has. */
    public function getNLevels(): int {}

    public function getNRows(): int {}

    public function getNColumns(): int {}

    public function getGains(int $level): ?array {}

    public function getLosses(int $level): ?array {}

    public function getRowLosses(int $level): ?array {}

    private function __construct() {}
}

/**
 * A best matching on bare arrays that is kept up to date while places and rows come and go, one at a time. It keeps
 * none of the caller's arrays.
 */
final class Assigner
{
    public function getNRows(): int {}

    public function getNColumns(): int {}

    /** What the values of the chosen pairs add up to. */
    public function getTotal(): int {}

    /** The column of a row; -1 where it has none. */
    public function getColumn(int $row): int {}

    /** The price of one place of a column, as orienta_assignment_get_prices() has it. */
    public function getPrice(int $column): int {}

    /** How many rows have another column than before the last change, or none any more, or one for the first time. */
    public function getNChanged(): int {}

    /** One of these rows, in no order. */
    public function getChanged(int $index): int {}

    /**
     * The matching as it is now, with its proof: orienta_assignment_verify() checks it against arrays that say the
     * same as all changes together. It is the caller's.
     */
    public function getAssignment(): Assignment {}

    /**
     * One place more or less, or several. The matching is a best one again; of equal ones, one that is reached by
     * moving rows along one way for each place: ties are not settled as Choices::assign() does.
     *
     * Complexity: one shortest-path search for each place, over the pairs that it reads; some microseconds on eligible
     * pairs of households and homes.
     *
     * @param int $capacity how many rows the column takes from now on; 0 closes it
     * @return bool TRUE
     * @throws InvalidException where there is no such column
     */
    public function setCapacity(int $column, int $capacity): bool {}

    /** `at` is a row, or as many as there are: a new one. `scale` as in Choices.from_pairs(). */
    public function setRow(int $at, array $columns, array $values, float $scale = 0): bool {}

    private function __construct() {}
}

/** what may be chosen, its values, its limits */
final class Program
{
    /**
     * A program without limits, its values all 0.
     *
     * @param int $nLevels 1 or more; level 0 counts first
     * @throws LimitException for more than 2^28 variables, counted at each level, or more than there is memory for
     */
    public function __construct(int $nVariables, int $nLevels = 1) {}

    public function getNVariables(): int {}

    public function getNLevels(): int {}

    public function getNLimits(): int {}

    /** The name a limit was given; null for a structural one. Lives as long as the program. */
    public function getLimitName(int $limit): ?string {}

    public function addLevel(array $values): int {}

    public function setValues(int $level, array $values): void {}

    public function addLimit(?string $name, array $variables, array $coefficients, int $lower, int $upper): int {}

    public function setStart(array $chosen): void {}

    /**
     * Chooses what adds up to the most at level 0, among all such what adds up to the most at level 1, and so on.
     * Where time runs out at one level, later ones keep what was found. Limits that contradict each other are a result
     * (Solution::getNConflicts()), and so is time that ran out. HiGHS looks at the clock now and then, and may run
     * over by seconds on large programs; a cancel is answered at once. Without a time limit, the same program has the
     * same solution every time, with the same version of HiGHS.
     *
     * Complexity: one linear program where that settles it; else, as for any such program, exponential at worst.
     *
     * @param float $seconds stop after so long, with the best that is found by then; 0 or less: no limit
     * @param ?callable $progress stages "solving" (steps are levels) and "finding a conflict" (steps are named
     * limits); cancels
     * @return Solution the solution
     * @throws LimitException for numbers that add up to 2^53 times their greatest common divisor or more or for more
     * than 2^28 terms of all limits, MissingException without HiGHS, CancelledException
     */
    public function solve(float $seconds, ?callable $progress = null): Solution {}

    /**
     * As Program::solve(), with one limit moved; the program itself stays as it is. The difference of the totals is
     * exactly what one more place, slot or household in a quota is worth. Program::setStart() with what was chosen
     * before makes it faster.
     *
     * @param int $limit which limit
     * @param int $by how far its bound moves, in its own units: the upper bound if it has one, else the lower one
     * @return Solution as Program::solve()
     */
    public function solveWith(int $limit, int $by, float $seconds, ?callable $progress = null): Solution {}
}

/** what is best to choose, or which limits contradict each other */
final class Solution
{
    public function getStatus(): Solved {}

    /** Variables, levels and limits of the program that was solved. */
    public function getNVariables(): int {}

    public function getNLevels(): int {}

    public function getNLimits(): int {}

    public function getChosen(): ?array {}

    /** What the values of the chosen add up to at one level; 0 where nothing was found. */
    public function getTotal(int $level): int {}

    /**
     * What no choice adds up to more than at one level, among those that are best at the levels before. The total is
     * best where it meets it. The word is HiGHS's, except at level 0 as far as the proven bound goes; of a level that
     * time left untouched it is what all positive values add up to. Means nothing where the limits contradict each
     * other.
     */
    public function getBound(int $level): int {}

    /**
     * What no choice adds up to more than at level 0, as the prices prove in whole numbers, without HiGHS's word:
     * Solution::verify() computes it again. Where limits cut through what is shared out, it lies above the best.
     */
    public function getProvenBound(): int {}

    /** What the chosen add up to in a limit, in its own units; 0 where nothing was found. */
    public function getActivity(int $limit): int {}

    /**
     * An estimate of what level 0 would change by if the limit's bound were higher by one of its own units: 0 or more
     * for an upper bound, 0 or less for a lower one. It is the price in the linear relaxation, where variables may be
     * chosen in part, and several may be right; Program::solveWith() has the exact answer. 0 where there was no time.
     */
    public function getPrice(int $limit): float {}

    /** How many named limits contradict each other; 0 where none do, and where the structural limits do without them. */
    public function getNConflicts(): int {}

    /** The number of one of the limits that contradict each other, ascending. */
    public function getConflict(int $i): int {}

    /**
     * How far this limit's bound must give, in its own units, for it to hold together with the others of the conflict
     * while they stay as they are; 1 or more. G_MAXINT64 where time ran out before a way was found, and where the
     * limit's bounds contradict each other so that moving one is not enough. Other limits may contradict each other
     * beside these.
     */
    public function getConflictSlack(int $i): int {}

    /** Whether it is the limit's upper bound that must give, not its lower one. */
    public function isConflictAbove(int $i): bool {}

    /**
     * Whether the conflict was narrowed to the end: without any one of its limits the others hold together, and no
     * limit need give further than is said. FALSE where time ran out.
     */
    public function isConflictMinimal(): bool {}

    /**
     * Checks in whole numbers that the choice is within every limit, that activities and totals add up, and that the
     * proven bound follows from the prices the solution carries: total <= best <= proven bound, whoever found them.
     * Not checked is what only HiGHS says: a bound below the proven one, and that limits contradict each other.
     *
     * Complexity: a few passes over the terms.
     *
     * @param Program $program the one that was solved, as it was then; a limit that Program::solveWith() moved is
     * known
     * @return bool whether all that holds
     * @throws InvalidException and the first thing that does not
     */
    public function verify(Program $program): bool {}

    private function __construct() {}
}

/** arrivals, vacancies, behaviour over time */
final class Scenario implements \JsonSerializable
{
    /**
     * Errors: ReadException, SyntaxException, InvalidException, LimitException. All faults are told together, a line
     * each, with line and column.
     *
     * @param string $path a JSON document, UTF-8 (docs/scenario.md)
     * @return Scenario the scenario, sealed
     */
    public static function load(string $path): Scenario {}

    /**
     * As Scenario::load(); faults are said to lie in "scenario.json".
     *
     * @param string $json the document
     * @return Scenario the scenario, sealed
     */
    public static function parse(string $json): Scenario {}

    /** The document's id. */
    public function getId(): string {}

    /** Its author's own version. */
    public function getVersion(): string {}

    /** The title in that tongue, else in the other, else the id. */
    public function getTitle(Language $language): string {}

    /** The first day, "2026-01-01". */
    public function getStart(): string {}

    /** How many days it goes on, the warm-up included. */
    public function getNDays(): int {}

    /** Territories, homes (those delivered later without places), services, and who waits on the first day. */
    public function getRegister(): Register {}

    /**
     * Another scenario, that begins on the register's day with what the register holds, and has no warm-up. Its
     * households, offers and services take the place of the scenario's own. Homes of the scenario that the register
     * does not name stay, and all their places are taken on that day; of a home in both, the scenario says how many
     * places there are, the register how many are free; a place that a household of the register occupies is one of
     * its unit's. What was to be delivered before that day is there, and taken. Local columns are left out.
     *
     * Errors: InvalidException where the two do not fit, such as a delivery beyond the new end.
     *
     * @param Register $register households that wait, services, and homes with the places that are free; it is not
     * kept
     * @return Scenario the changed scenario, sealed
     */
    public function withRegister(Register $register): Scenario {}

    /** The document in canonical form (RFC 8785): what Scenario::getSha256() is of. */
    public function toJson(): string {}

    /** The SHA-256 of the canonical form, in hex. */
    public function getSha256(): string {}

    /** A row for each figure of a scenario. */
    public function figures(): Frame {}

    /** As Scenario::parse(), out of nested arrays such as Scenario::toArray() gives. */
    public static function fromArray(array $scenario): Scenario {}

    /** The document as nested arrays. */
    public function toArray(): array {}

    /** The document, for json_encode(). */
    public function jsonSerialize(): mixed {}

    /** The same scenario with other values for some of its figures: ['refusals' => 0.2]. */
    public function withFigures(array $figures): Scenario {}

    /**
     * What would come of a policy, replication by replication; all policies meet the same people (docs/simulation.md).
     *
     * @param int $first the number of the first replication; each depends on nothing but the seed and its number
     * @param ?Mechanism $mechanism how commissions match, in place of what the scenario says
     * @param ?float $every days between commissions, in place of what the scenario says; 0 is whenever a household or
     * a home comes
     * @param ?array $changes policies from a day on, ['2027-01-01' => $policy]
     * @param bool $keepEvents whether Simulation::getEvents() has what happened
     * @param int $threads 0 for one for each processor; the result does not depend on it
     * @param ?callable $progress is called now and then with (string $stage, int $done, int $total); false stops the
     * call
     */
    public function simulate(Policy $policy, int $replications = 100, int $seed = 0, int $first = 0, ?Mechanism $mechanism = null, ?float $every = null, ?array $changes = null, bool $keepEvents = false, int $threads = 0, ?callable $progress = null): Simulation {}

    /** What each household of a register may expect, in so many futures. It is of real people: never to be published. */
    public function forecast(Policy $policy, Register $register, int $replications = 100, int $seed = 0, int $first = 0, ?Mechanism $mechanism = null, ?float $every = null, ?array $changes = null, int $threads = 0, ?callable $progress = null): Forecast {}

    /** What a place of each unit and a slot of each service would earn among those who come within so many days. */
    public function reserve(Policy $policy, int $days, int $replications = 100, int $seed = 0, int $threads = 0, ?callable $progress = null): Reserve {}

    private function __construct() {}
}

/** who, what, when in one replication */
final class Events
{
    /** The number of the replication. */
    public function getReplication(): int {}

    /** What was played. */
    public function getScenario(): Scenario {}

    /**
     * RFC 4180: time, kind, household, unit, service, value, reason; a line for each event. People are invented: their
     * ids are their profile's with a number.
     */
    public function toCsv(): string {}

    /** A row for each event in order. `days`: since the scenario's first midnight, a fraction of a day included. */
    public function rows(): Frame {}

    private function __construct() {}
}

/** what came of it, replication by replication */
final class Simulation implements \JsonSerializable
{
    public static function join(array $parts): Simulation {}

    /** What was simulated. */
    public function getScenario(): Scenario {}

    /** Of all draws. */
    public function getSeed(): int {}

    /**
     * What was asked beside scenario, seed and replications: a text that is the same for the same policies and
     * options, and is read by nobody.
     */
    public function getQuestion(): string {}

    public function getNReplications(): int {}

    /** Of the `replication`-th of those that were run; null where events were not kept. */
    public function getEvents(int $replication): ?Events {}

    /**
     * For each period, territory, group and measure that has a value in some replication its mean over those in which
     * it has one, with the interval of Student's t; of a chance, that of Clopper and Pearson. A number that is missing
     * in a replication is 0 there.
     *
     * Complexity: O(n log n) for n lines.
     *
     * @param float $confidence of the intervals, such as 0.95
     * @return Summary the summary
     */
    public function summarize(float $confidence = 0.95): Summary {}

    /**
     * The values of this less those of $other, replication by replication: their mean and its interval. An interval on
     * one side of 0 says which is more. A replication in which one of both has no value is left out.
     *
     * @param Simulation $other what it is compared with, of the same seed and replications; its scenario may differ,
     * by a figure or by homes that are delivered, but not in its days, territories, groups and targets
     * @return Summary the differences
     * @throws InvalidException where they cannot be taken
     */
    public function compare(Simulation $other, float $confidence = 0.95): Summary {}

    /**
     * All columns, in the form of RFC 8785; docs/simulation.md has the shape. It is of invented people, and of no one
     * of the register: but for a group of the register that is small, summaries are what is published.
     */
    public function toJson(): string {}

    /** A row for each replication, period, territory, group and measure. */
    public function rows(): Frame {}

    /** A row for each measure. */
    public function measures(): Frame {}

    /** A row for each group of the scenario. */
    public function groups(): Frame {}

    /** The columns, and what they are of (docs/simulation.md). */
    public function toArray(): array {}

    /** The columns, for json_encode(). */
    public function jsonSerialize(): mixed {}

    private function __construct() {}
}

/** means and intervals, or differences */
final class Summary implements \JsonSerializable
{
    /**
     * The same lines, without the numbers (NaN) that are about too few people to be published.
     *
     * @param int $threshold as in Summary::toCsv()
     * @return Summary the summary
     */
    public function publish(int $threshold = 11): Summary {}

    /** What it is of, or what is looked at in a comparison. */
    public function getSimulation(): Simulation {}

    /**
     * RFC 4180: a line for each period (empty: the whole after the warm-up), territory and group (empty: all) and
     * measure; the replications that have a value, mean, interval, and whether the line is suppressed.
     *
     * @param int $threshold lines about fewer people than this have no numbers, nor have those from which they could
     * be worked out; 11 is what is usual, 0 leaves all in
     */
    public function toCsv(int $threshold = 11): string {}

    /**
     * The same in the form of RFC 8785; docs/simulation.md has the shape.
     *
     * @param int $threshold as in Summary::toCsv()
     */
    public function toJson(int $threshold = 11): string {}

    /**
     * A row for each period, territory, group and measure: in how many replications it has a value, their mean, its
     * interval; missing where it is not published.
     */
    public function rows(): Frame {}

    /** Means and intervals; what is about fewer people than the threshold has no numbers. */
    public function toArray(int $threshold = 11): array {}

    /** The same as may be published, for json_encode(). */
    public function jsonSerialize(): mixed {}

    private function __construct() {}
}

/** what each household of today may expect */
final class Forecast
{
    /** Whose households they are. */
    public function getRegister(): Register {}

    /**
     * RFC 4180: a line for each household: its chance to be housed within 91, 183 and 365 days, the days after which
     * it is as likely as not to be housed, each with its interval of 95 %, and the share of futures that end while it
     * waits. An empty cell is longer than the futures. It is of real people: for those who support them, not to be
     * published.
     */
    public function toCsv(): string {}

    /** A row for each household of the register. `days` infinite: longer than the futures, or never. */
    public function rows(float $confidence = 0.95): Frame {}

    private function __construct() {}
}

/** what a place is worth when it is kept for later */
final class Reserve
{
    public function getNFutures(): int {}

    /**
     * RFC 4180: a line for each unit: its id, the points that a place is worth when it is kept, and their interval of
     * 95 % (empty where one future alone is known); then one for each kind of slots that is priced, without a unit but
     * with the service and, where they have one, the name of the slots.
     */
    public function toCsv(): string {}

    /**
     * A row for each unit: what a place is worth when it is kept, in points; the interval is missing where one future
     * alone is known.
     */
    public function rows(float $confidence = 0.95): Frame {}

    /**
     * A row for each kind of slots that is priced, none where support is ignored: what one of them is worth when it is
     * kept, in points; which slots is missing where a service counts one kind.
     */
    public function slots(float $confidence = 0.95): Frame {}

    /**
     * The same from what has been: registers of those who came in as long a time, and of the places that came free in
     * it.
     */
    public static function fromPast(Policy $policy, Register $register, array $futures, ?callable $progress = null): Reserve {}

    private function __construct() {}
}

/**
 * A result as a table: named columns of one type each, made in one go. Immutable, counted by references.
 *
 * Points are doubles, the nearest to the exact thousandths: 12.5 points are 12.5, and 0.1 is what a reader of "0.1"
 * gets. Whoever needs them exact multiplies by 1000 and rounds.
 */
final class Frame implements \Countable, \IteratorAggregate, \ArrayAccess, \JsonSerializable
{
    /** How many rows there are. */
    public function count(): int {}

    /** The rows, one at a time, each an array by the names of the columns. */
    public function getIterator(): \Traversable {}

    /** All rows. A cell that is missing is null, a date is "2026-11-20". */
    public function toArray(): array {}

    /** All rows, for json_encode(). */
    public function jsonSerialize(): mixed {}

    /** The names of the columns. */
    public function columns(): array {}

    /** The cells of one column. */
    public function column(string $name): array {}

    /** Whether there is a row of that number; rows count from 0. */
    public function offsetExists(mixed $offset): bool {}

    /** One row. Whoever wants many takes them by foreach, which is faster. */
    public function offsetGet(mixed $offset): mixed {}

    /** Refuses: a frame cannot be changed. */
    public function offsetSet(mixed $offset, mixed $value): void {}

    /** Refuses: a frame cannot be changed. */
    public function offsetUnset(mixed $offset): void {}

    private function __construct() {}
}

/** The version that is running, "0.1.0"; ORIENTA_MAJOR_VERSION and its siblings tell the one compiled against. */
function version(): string {}

/**
 * Reference: RFC 2104, FIPS 180-4.
 *
 * @param string $seed any text, the key of the HMAC
 * @param string $household an id
 * @return string 64 lower-case hexadecimal digits; the smallest comes first
 */
function lotteryDraw(string $seed, string $household): string {}

/**
 * Whether programs can be solved: the library was built with HiGHS and, where it is only loaded when it is needed,
 * HiGHS is there.
 */
function hasHighs(): bool {}

/** The version of HiGHS that solves, "1.15.1"; null without. */
function highsVersion(): ?string {}

/** By name: what of it an editor of policies shows. */
function attributes(Language $language): array {}

/** By name: number, severity and sentence. */
function reasons(Language $language): array {}
