<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** What was asked. Values are UTF-8 text without control characters, never arrays where a text is wanted. */
final class Request
{
    /**
     * @param array<string, mixed> $query
     * @param array<string, mixed> $form
     */
    public function __construct(
        public readonly string $method,
        public readonly string $path,
        private readonly array $query = [],
        private readonly array $form = [],
        public readonly string $address = '',
        public readonly string $languages = '',
    ) {
    }

    public static function fromGlobals(): self
    {
        return new self(
            $_SERVER['REQUEST_METHOD'] ?? 'GET',
            rawurldecode((string) parse_url($_SERVER['REQUEST_URI'] ?? '/', PHP_URL_PATH)),
            $_GET,
            $_POST,
            $_SERVER['REMOTE_ADDR'] ?? '',
            $_SERVER['HTTP_ACCEPT_LANGUAGE'] ?? '',
        );
    }

    /** A value of the address, '' where there is none. */
    public function query(string $name, int $most = 100): string
    {
        return self::text($this->query[$name] ?? '', $most);
    }

    /** A value of the form, '' where there is none. */
    public function form(string $name, int $most = 100): string
    {
        return self::text($this->form[$name] ?? '', $most);
    }

    /** A password: as it was written. */
    public function secret(string $name): string
    {
        $value = $this->form[$name] ?? '';
        return is_string($value) ? substr($value, 0, 1000) : '';
    }

    /** The texts of weights[…], of the address or of the form. @return array<string, string> */
    public function texts(string $name): array
    {
        $values = $this->form[$name] ?? $this->query[$name] ?? [];
        return is_array($values) ? array_map(static fn (mixed $value): string => self::text($value, 20), $values) : [];
    }

    /** Which page of a list, from 1. */
    public function page(): int
    {
        return max(1, min(100000, (int) $this->query('page', 6)));
    }

    /**
     * The address again, with some values changed, and without those that are ''.
     *
     * @param array<string, string> $changes
     */
    public function address(array $changes = []): string
    {
        $values = array_filter($changes + $this->query, static fn (mixed $value): bool => $value !== '');
        return $this->path . ($values === [] ? '' : '?' . http_build_query($values));
    }

    private static function text(mixed $value, int $most): string
    {
        if (!is_string($value) || !mb_check_encoding($value, 'UTF-8')) {
            return '';
        }
        return mb_substr(trim((string) preg_replace('/[^\P{C}\n]/u', '', $value)), 0, $most);
    }
}
