<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
// Writes the extension down as PHP, for editors and analysers, out of reflection: php stubs.php [COMMENTS.json]
$comments = isset($argv[1]) ? json_decode(file_get_contents($argv[1]), true, flags: JSON_THROW_ON_ERROR) : [];

/** As seen from within the namespace. */
function written(?ReflectionType $type): string
{
    $names = fn($match) => str_starts_with($match[0], 'Orienta\\') ? substr($match[0], 8) : '\\' . $match[0];
    return preg_replace_callback('/\b[A-Z]\w*(\\\\\w+)*/', $names, (string) $type);
}

function default_of(ReflectionParameter $parameter): string
{
    $value = $parameter->getDefaultValue();
    return $value instanceof UnitEnum ? written_case($value) : strtolower(var_export($value, true));
}

function written_case(UnitEnum $case): string
{
    return substr($case::class, 8) . '::' . $case->name;
}

function signature(ReflectionFunctionAbstract $function): string
{
    $parameters = array_map(fn($p) => written($p->getType()) . ' $' . $p->getName()
        . ($p->isOptional() ? ' = ' . default_of($p) : ''), $function->getParameters());
    $type = $function->hasReturnType() ? ': ' . written($function->getReturnType()) : '';
    return 'function ' . $function->getShortName() . '(' . implode(', ', $parameters) . ")$type";
}

function comment(string $name, string $margin, ?ReflectionFunctionAbstract $function = null): string
{
    global $comments;
    $said = $comments[$name] ?? ['text' => '', 'arguments' => [], 'returns' => '', 'throws' => ''];
    $tags = [];
    foreach ($function?->getParameters() ?? [] as $parameter) {
        $text = $said['arguments'][$parameter->getName()] ?? '';
        $tags[] = $text === '' ? '' : '@param ' . written($parameter->getType()) . " \${$parameter->getName()} $text";
    }
    $tags[] = $said['returns'] === '' || !$function->hasReturnType() ? ''
        : '@return ' . written($function->getReturnType()) . " $said[returns]";
    $tags[] = $said['throws'] === '' ? '' : "@throws $said[throws]";
    $blocks = array_filter([$said['text'], implode("\n", array_filter($tags))]);
    if (!$blocks) {
        return '';
    }
    $lines = explode("\n", wordwrap(implode("\n\n", $blocks), 116 - strlen($margin)));
    return count($lines) === 1 ? "$margin/** $lines[0] */\n"
        : "$margin/**\n" . implode('', array_map(fn($line) => rtrim("$margin * $line") . "\n", $lines)) . "$margin */\n";
}

function ancestry(ReflectionClass $class): string
{
    $parent = $class->getParentClass();
    if ($parent) {
        return ' extends ' . ($parent->getNamespaceName() === 'Orienta' ? $parent->getShortName() : '\\' . $parent->getName());
    }
    $interfaces = array_filter($class->getInterfaceNames(), fn($name) => !str_contains($name, 'SWIG') && $name !== 'Traversable');
    return $interfaces ? ' implements \\' . implode(', \\', $interfaces) : '';
}

function class_stub(ReflectionClass $class): string
{
    $text = comment($class->getShortName(), '');
    if ($class->isEnum()) {
        $enum = new ReflectionEnum($class->getName());
        $cases = array_map(fn($c) => comment("{$class->getShortName()}::{$c->getName()}", '    ') . "    case {$c->getName()} = " . var_export($c->getBackingValue(), true) . ";\n", $enum->getCases());
        return $text . "enum {$class->getShortName()}: {$enum->getBackingType()}\n{\n" . implode('', $cases) . "}\n";
    }
    $own = array_filter($class->getMethods(), fn($m) => $m->class === $class->getName());
    $methods = array_map(fn($m) => comment("{$class->getShortName()}::{$m->getName()}", '    ', $m)
        . '    ' . implode(' ', Reflection::getModifierNames($m->getModifiers())) . ' ' . signature($m) . " {}\n", $own);
    return $text . ($class->isFinal() ? 'final ' : '') . "class {$class->getShortName()}" . ancestry($class)
        . ($methods ? "\n{\n" . implode("\n", $methods) . "}\n" : " {}\n");
}

$extension = new ReflectionExtension('orienta');
echo "<?php\n// The extension orienta, as editors and analysers read it; made by `./dev docs` from the extension itself.\n\n"
    . "namespace Orienta;\n";
foreach ($extension->getClasses() as $class) {
    echo "\n", class_stub($class);
}
foreach ($extension->getFunctions() as $function) {
    echo "\n", comment($function->getShortName(), '', $function), signature($function), " {}\n";
}
