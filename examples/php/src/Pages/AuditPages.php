<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool\Pages;

use CaseTool\Audit;
use CaseTool\Request;
use CaseTool\Response;

/** Who saw and decided what. */
final class AuditPages extends Page
{
    public function list(Request $request): Response
    {
        $filter = self::filter($request, 'account', 'action', 'household', 'unit');
        [$total, $rows] = $this->app->audit->search($filter, $request->page());
        return $this->app->page('audit', ['title' => 'audit.title', 'filter' => $filter, 'total' => $total,
            'rows' => $rows, 'size' => Audit::PAGE, 'actions' => Audit::ACTIONS]);
    }
}
