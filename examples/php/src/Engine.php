<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

use Orienta\Audience;
use Orienta\EthicsException;
use Orienta\InvalidException;
use Orienta\Language as Tongue;
use Orienta\Matching;
use Orienta\MatchingReport;
use Orienta\Mechanism;
use Orienta\Policy;
use Orienta\Register as Sealed;

/** A policy and a register before the library. No other file of the case tool calls it. */
final class Engine
{
    /** How homes may be given out, the words of docs/glossary.md. */
    public const MECHANISMS = ['optimal', 'sequential', 'stable'];

    private function __construct(private readonly Policy $policy, private readonly Sealed $register)
    {
    }

    /** @param string|array<string, mixed> $register a document (docs/data.md), as text or as an array */
    public static function open(string $policy, string|array $register): self
    {
        $sealed = Policy::parse($policy);
        $read = is_array($register) ? Sealed::fromArray(...) : Sealed::parse(...);
        return new self($sealed, $read($register, $sealed));
    }

    /**
     * The same register under a policy with other points; throws Refused where the policy would break Housing First.
     *
     * @param array<string, string> $points by criterion
     */
    public function withPoints(array $points): self
    {
        try {
            return new self($this->policy->withPoints($points), $this->register);
        } catch (EthicsException | InvalidException $refusal) {
            throw new Refused($refusal->getMessage());
        }
    }

    /** The same under another version. */
    public function withVersion(string $version): self
    {
        $document = json_decode($this->policyJson(), flags: JSON_THROW_ON_ERROR);
        $document->version = $version;
        return new self(Policy::parse(json_encode($document, JSON_THROW_ON_ERROR)), $this->register);
    }

    public function policyJson(): string
    {
        return $this->policy->toJson();
    }

    public function policySha256(): string
    {
        return $this->policy->getSha256();
    }

    public function policyVersion(): string
    {
        return $this->policy->getVersion();
    }

    public function registerJson(): string
    {
        return $this->register->toJson();
    }

    public function registerSha256(): string
    {
        return $this->register->getSha256();
    }

    /**
     * The criteria whose points are one number, by the group they stand in ('' for none).
     *
     * @return array<string, array<string, array{label: string, points: float}>> by label of the group, then by id
     */
    public function weights(Language $language): array
    {
        $labels = $this->labels('groups', $language);
        $groups = [];
        foreach ($this->policy->toArray()['groups'] ?? [] as $group) {
            $groups += array_fill_keys($group['of'], $labels[$group['id']]);
        }
        $weights = array_fill_keys([...array_unique(array_values($groups)), ''], []);
        foreach ($this->policy->criteria() as $row) {
            if ($row['points'] !== null) {
                $weights[$groups[$row['criterion']] ?? ''][$row['criterion']] = ['points' => $row['points'],
                    'label' => $row["label_$language->value"]];
            }
        }
        return array_filter($weights);
    }

    /** The candidates for a home, by rank. @return list<array<string, mixed>> */
    public function candidates(string $unit, int $n, string $seed): array
    {
        $list = $this->policy->shortlistUnit($this->register, $unit, $n, $seed);
        return $list->toArray()['lists'][0]['candidates'];
    }

    /** The homes for a household, by rank. @return list<array<string, mixed>> */
    public function homes(string $household, int $n, string $seed): array
    {
        $list = $this->policy->shortlistHousehold($this->register, $household, $n, $seed);
        return $list->toArray()['lists'][0]['candidates'];
    }

    /** Whether, and why not (docs/answers.md, "A verdict"). @return array<string, mixed> */
    public function verdict(string $household, string $unit): array
    {
        return $this->policy->judge($this->register, $household, $unit)->toArray(Audience::Person);
    }

    /**
     * Every rule that was asked.
     *
     * @return list<array{label: string, status: string, sentence: string}> its name, its answer, what it read
     */
    public function checks(string $household, string $unit, Language $language): array
    {
        $labels = $this->labels('rules', $language);
        $checks = $this->policy->judge($this->register, $household, $unit)->checks(self::tongue($language))->toArray();
        return array_map(static fn (array $check): array => ['label' => $labels[$check['rule']]] + $check, $checks);
    }

    /** @return array<string, string> the names of the policy's rules, groups or tiers, by id */
    public function labels(string $list, Language $language): array
    {
        $labels = [];
        foreach ($this->policy->toArray()[$list] ?? [] as $entry) {
            $labels[$entry['id']] = $entry['label'][$language->value] ?? $entry['id'];
        }
        return $labels;
    }

    /** The lines that add up to the points (docs/answers.md, "A score"). @return array<string, mixed> */
    public function score(string $household, ?string $unit): array
    {
        return $this->policy->score($this->register, $household, $unit)->toArray(Audience::Person);
    }

    /** Everything behind an answer, for the person concerned: CRPA L.311-3-1. */
    public function explainToPerson(string $household, ?string $unit, Language $language): string
    {
        $tongue = self::tongue($language);
        return $this->policy->explain($this->register, $household, $unit, $tongue, Audience::Person);
    }

    /** What a landlord may read of it. */
    public function explainToThirdParty(string $household, string $unit, Language $language): string
    {
        $tongue = self::tongue($language);
        return $this->policy->explain($this->register, $household, $unit, $tongue, Audience::ThirdParty);
    }

    /** Who where, of all at once. @return array<string, mixed> its record (docs/answers.md, "Its record") */
    public function match(string $mechanism, string $seed): array
    {
        $matching = $this->policy->match($this->register, mechanism: Mechanism::from($mechanism), seed: $seed);
        return ['json' => $matching->toJson()] + $matching->toArray();
    }

    /** Whether a matching, made again from its record, is the same to the byte. */
    public function replays(string $record): bool
    {
        try {
            return Matching::replay($record, $this->policy, $this->register)->toJson() === $record;
        } catch (InvalidException) {
            return false;
        }
    }

    /** The matching of a record as a page for a commission. */
    public function report(string $record, Language $language): string
    {
        $matching = Matching::replay($record, $this->policy, $this->register);
        $baseline = $this->policy->match($this->register, mechanism: Mechanism::Sequential);
        return (new MatchingReport($matching, $baseline))->toHtml(self::tongue($language), Audience::Person);
    }

    /**
     * What another policy would change in the best matching of all.
     *
     * @return array<string, mixed> docs/answers.md, "What changes"
     */
    public function compare(self $changed, string $seed): array
    {
        $before = $this->policy->match($this->register, seed: $seed);
        $after = $changed->policy->match($changed->register, seed: $seed);
        return $after->diff($before);
    }

    /** What looks wrong in the policy. @return list<string> */
    public function warnings(Language $language): array
    {
        return array_column($this->policy->lint($this->register)->rows(self::tongue($language))->toArray(), 'sentence');
    }

    private static function tongue(Language $language): Tongue
    {
        return Tongue::from($language->value);
    }
}
