// SPDX-License-Identifier: LGPL-2.1-or-later
// What people do with the case tool, and what they must not be able to do.
import { join } from 'node:path';

export async function doors() {}
export async function landlord() {}
export async function decision() {}
export async function weights() {}
export async function matching() {}
export async function letter() {}
