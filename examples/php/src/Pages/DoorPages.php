<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool\Pages;

use CaseTool\Accounts;
use CaseTool\HttpError;
use CaseTool\Language;
use CaseTool\Request;
use CaseTool\Response;
use CaseTool\Role;
use CaseTool\Throttle;

/** Coming in, going out, and in which tongue. */
final class DoorPages extends Page
{
    public function home(Request $request): Response
    {
        return Response::redirect($this->app->account->is(Role::Landlord) ? '/units' : '/households');
    }

    public function form(Request $request): Response
    {
        $next = $request->query('next', 500);
        return $this->app->page('login', ['title' => 'login.title', 'next' => $next, 'wait' => 0]);
    }

    public function enter(Request $request): Response
    {
        $login = $request->form('login', 64);
        $next = $request->form('next', 500);
        $throttle = new Throttle($this->app->db);
        $wait = $throttle->wait($login, $request->address, time());
        $accounts = new Accounts($this->app->db);
        $account = $wait > 0 ? null : $accounts->recognise($login, $request->secret('password'));
        if ($account === null) {
            if ($wait === 0) {
                $throttle->miss($login, $request->address, time());
                // What is written by mistake may be a password: an unknown login is not kept.
                $this->app->audit->add($accounts->has($login) ? $login : '?', 'refused');
            }
            return $this->app->page('login', ['title' => 'login.title', 'next' => $next, 'wait' => $wait,
                'login' => $login], $wait > 0 ? 429 : 422);
        }
        $throttle->forget($login);
        $this->app->session->enter($account->id, time());
        $this->app->audit->add($account->login, 'entered');
        return Response::redirect(self::local($next));
    }

    public function leave(Request $request): Response
    {
        if ($this->app->session->account() !== null) {
            $this->app->note('left');
        }
        $this->app->session->leave();
        return Response::redirect('/login');
    }

    public function language(Request $request): Response
    {
        $this->app->session->speak(Language::tryFrom($request->form('language')) ?? throw new HttpError(404));
        return Response::redirect(self::local($request->form('next', 500)));
    }

    /** An address of this site, and of no other: "//elsewhere" and "/\elsewhere" are others. */
    private static function local(string $next): string
    {
        return preg_match('#^/(?![/\\\\])[^\\\\\s]*$#D', $next) === 1 ? $next : '/';
    }
}
