<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

// CaseTool\Pages\UnitPages is in Pages/UnitPages.php.
spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'CaseTool\\')) {
        require __DIR__ . '/' . strtr(substr($class, strlen('CaseTool\\')), '\\', '/') . '.php';
    }
});
