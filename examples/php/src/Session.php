<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** Who is at this browser, and in which tongue. Half an hour without a word ends it, ten hours in any case. */
final class Session
{
    private const IDLE = 1800;
    private const WHOLE = 36000;

    /** @param array<string, mixed> $values $_SESSION, or an array of a test */
    public function __construct(private array &$values)
    {
    }

    public static function start(): self
    {
        $secure = ($_SERVER['HTTPS'] ?? 'off') !== 'off';
        session_name($secure ? '__Host-casetool' : 'casetool');
        session_start(['cookie_httponly' => true, 'cookie_samesite' => 'Lax', 'cookie_secure' => $secure,
            'cookie_path' => '/', 'use_strict_mode' => true, 'use_only_cookies' => true, 'use_trans_sid' => false,
            'cache_limiter' => '', 'gc_maxlifetime' => self::WHOLE]);
        $session = new self($_SESSION);
        $session->age(time());
        return $session;
    }

    /** Forgets who is there once the time is up. */
    public function age(int $now): void
    {
        if (isset($this->values['account'])
            && ($now - $this->values['seen'] > self::IDLE || $now - $this->values['since'] > self::WHOLE)) {
            $this->leave();
        }
        $this->values['seen'] = $now;
    }

    public function enter(string $account, int $now): void
    {
        $this->renew();
        $this->values['account'] = $account;
        $this->values['since'] = $this->values['seen'] = $now;
    }

    public function leave(): void
    {
        $this->renew();
    }

    /** Another number for the same browser, and nothing kept but its tongue: a number from before is worth nothing. */
    private function renew(): void
    {
        if (session_status() === PHP_SESSION_ACTIVE) {
            session_regenerate_id(true);
        }
        $this->values = array_intersect_key($this->values, ['language' => true]);
    }

    public function account(): ?string
    {
        return $this->values['account'] ?? null;
    }

    public function language(): ?Language
    {
        return Language::tryFrom($this->values['language'] ?? '');
    }

    public function speak(Language $language): void
    {
        $this->values['language'] = $language->value;
    }

    /** What each form of this session carries, so that no other site can send one in its name. */
    public function token(): string
    {
        return $this->values['token'] ??= bin2hex(random_bytes(32));
    }

    public function isToken(string $token): bool
    {
        return isset($this->values['token']) && hash_equals($this->values['token'], $token);
    }

    /** A sentence for the next page: its key in the language files. */
    public function note(string $key): void
    {
        $this->values['note'] = $key;
    }

    public function takeNote(): ?string
    {
        $key = $this->values['note'] ?? null;
        unset($this->values['note']);
        return $key;
    }
}
