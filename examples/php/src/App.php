<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

use PDOException;
use Throwable;

/** One request: who asks, whether they may, which page answers; and a page for whatever goes wrong. */
final class App
{
    public readonly Request $request;
    public readonly Database $db;
    public readonly Session $session;
    public readonly Words $words;
    public readonly Audit $audit;
    public readonly Documents $documents;
    public readonly Policies $policies;
    public readonly Matchings $matchings;
    public readonly Register $register;

    /** From here on set: the router lets nobody through without. */
    public readonly Account $account;
    public readonly Households $households;
    public readonly Units $units;
    public readonly Decisions $decisions;

    /** What each role has to go to, in this order. */
    private const PAGES = [
        'prescriber' => ['households', 'units', 'decisions'],
        'coordinator' => ['households', 'units', 'decisions', 'matchings', 'weights', 'policies', 'audit'],
        'landlord' => ['units', 'decisions'],
    ];

    private ?Engine $engine = null;

    public function __construct(private readonly Config $config)
    {
    }

    public function run(): void
    {
        ini_set('display_errors', '0');
        ini_set('zend.exception_ignore_args', '1');
        set_error_handler(static function (int $kind, string $message, string $file, int $line): never {
            throw new \ErrorException($message, 0, $kind, $file, $line);
        });
        try {
            $response = $this->respond(Request::fromGlobals());
        } catch (Throwable $error) { // not even a page of its own
            $response = new Response('503 ' . self::log($error), 503, ['Content-Type' => 'text/plain']);
        }
        $response->send();
    }

    private function respond(Request $request): Response
    {
        $this->request = $request;
        $this->session = Session::start();
        $this->words = new Words($this->session->language() ?? Language::fromHeader($request->languages));
        try {
            return $this->answer($request);
        } catch (HttpError $error) {
            return $this->problem($error->status);
        } catch (Throwable $error) {
            return $this->problem($error instanceof PDOException ? 503 : 500, self::log($error));
        }
    }

    /** Writes down the kind and the place of an error, not its text, which may quote a file. Returns its number. */
    private static function log(Throwable $error): string
    {
        $incident = bin2hex(random_bytes(4));
        $place = basename($error->getFile()) . ':' . $error->getLine();
        error_log("casetool $incident: " . $error::class . " at $place");
        return $incident;
    }

    private function answer(Request $request): Response
    {
        if (!extension_loaded('orienta')) {
            throw new HttpError(503);
        }
        $this->open();
        $router = new Router(require __DIR__ . '/routes.php');
        [[$class, $method], $ids, $roles] = $router->find($request->method, $request->path);
        if ($request->method === 'POST' && !$this->session->isToken($request->form('token'))) {
            throw new HttpError(403);
        }
        if ($roles !== null) {
            if (!isset($this->account)) {
                return Response::redirect('/login?next=' . rawurlencode($request->address()));
            }
            if (!$this->account->is(...$roles)) {
                throw new HttpError(403);
            }
        }
        return (new $class($this))->$method($request, ...$ids);
    }

    private function open(): void
    {
        $this->db = new Database($this->config);
        $this->audit = new Audit($this->db);
        $this->documents = new Documents($this->db);
        $this->policies = new Policies($this->db, $this->documents);
        $this->matchings = new Matchings($this->db, $this->documents);
        $this->register = new Register($this->db);
        $account = (new Accounts($this->db))->find($this->session->account() ?? '');
        if ($account !== null) {
            $this->account = $account;
            $this->households = new Households($this->db, $account);
            $this->units = new Units($this->db, $account);
            $this->decisions = new Decisions($this->db, $account);
        }
    }

    /** The library before the policy in force and the register of the day. */
    public function engine(): Engine
    {
        return $this->engine ??= Engine::open($this->policies->document(), $this->register->toArray());
    }

    /** The published text that fixes the draw among equals; the day, unless one is set. */
    public function seed(): string
    {
        return $this->db->value("SELECT value FROM settings WHERE name = 'seed'") ?? $this->register->day();
    }

    /** Notes in the audit what the account does. */
    public function note(string $action, ?string $household = null, ?string $unit = null, ?string $detail = null): void
    {
        $this->audit->add($this->account->login, $action, $household, $unit, $detail);
    }

    /** The same of everyone in a list. @param list<array<string, mixed>> $rows */
    public function noteListed(array $rows, string $column, ?string $unit = null): void
    {
        $this->audit->addListed($this->account->login, array_column($rows, $column), $unit);
    }

    /** @param array<string, mixed> $values what the template shows */
    public function page(string $template, array $values, int $status = 200): Response
    {
        $shared = [
            'lang' => $this->words->language->value,
            'other' => $this->words->language->other()->value,
            'account' => $this->account ?? null,
            'pages' => isset($this->account) ? self::PAGES[$this->account->role->value] : [],
            'request' => $this->request,
            'token' => $this->session->token(),
            'note' => $this->session->takeNote(),
            'demo' => isset($this->db) && $this->isDemo(),
        ];
        return new Response((new View($this->words, $shared))->page($template, $values), $status);
    }

    private function isDemo(): bool
    {
        try {
            return $this->db->value("SELECT value FROM settings WHERE name = 'demo'") !== null;
        } catch (PDOException) {
            return false;
        }
    }

    private function problem(int $status, ?string $incident = null): Response
    {
        $values = ['title' => "error.$status", 'status' => $status, 'incident' => $incident];
        return $this->page('error', $values, $status);
    }
}
