<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
// The one door: every address comes here. php -S localhost:8000 -t public public/index.php
declare(strict_types=1);

use CaseTool\App;
use CaseTool\Config;

if (PHP_SAPI === 'cli-server' && preg_match('#^/[a-z]+\.(css|js)(\?|$)#D', $_SERVER['REQUEST_URI']) === 1) {
    return false; // a file that lies beside this one: the built-in server hands it out
}

require __DIR__ . '/../src/autoload.php';

(new App(Config::load()))->run();
