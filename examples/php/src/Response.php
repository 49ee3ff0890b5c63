<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** What is answered. Nothing is kept on the way or fetched from elsewhere; no script or style stands in a page. */
final class Response
{
    private const HEADERS = [
        'Content-Security-Policy' => "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            . "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        'X-Content-Type-Options' => 'nosniff',
        'Referrer-Policy' => 'no-referrer',
        'Cross-Origin-Opener-Policy' => 'same-origin',
        'Cross-Origin-Resource-Policy' => 'same-origin',
        'Permissions-Policy' => 'camera=(), geolocation=(), microphone=()',
        'Cache-Control' => 'no-store',
    ];

    /** @param array<string, string> $headers */
    public function __construct(
        public readonly string $body,
        public readonly int $status = 200,
        private readonly array $headers = ['Content-Type' => 'text/html; charset=utf-8'],
    ) {
    }

    /** After a POST: the browser asks for $path. */
    public static function redirect(string $path): self
    {
        return new self('', 303, ['Location' => $path]);
    }

    /** A whole document of the library, whose style stands in it: that one style is allowed, by its digest. */
    public static function document(string $html): self
    {
        preg_match('#<style>(.*?)</style>#s', $html, $found);
        $digest = base64_encode(hash('sha256', $found[1] ?? '', true));
        $policy = self::HEADERS['Content-Security-Policy'];
        return new self($html, 200, ['Content-Type' => 'text/html; charset=utf-8',
            'Content-Security-Policy' => str_replace("style-src 'self'", "style-src 'sha256-$digest'", $policy)]);
    }

    public static function download(string $body, string $type, string $name): self
    {
        $headers = ['Content-Type' => $type, 'Content-Disposition' => "attachment; filename=\"$name\""];
        return new self($body, 200, $headers);
    }

    /** @return array<string, string> */
    public function headers(): array
    {
        return $this->headers + self::HEADERS;
    }

    public function send(): void
    {
        http_response_code($this->status);
        header_remove('X-Powered-By');
        foreach ($this->headers() as $name => $value) {
            header("$name: $value");
        }
        echo $this->body;
    }
}
