#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Finishes what SWIG writes for PHP: names, defaults and classes of arguments (SWIG has arg1, arg2 and no defaults), no
properties by magic, no constructor of what only the library makes.

    finish.py MODEL.xml IN.c OUT.c HEADER...      MODEL.xml: swig -xml of the same interface
"""
import pathlib
import re
import sys
import xml.etree.ElementTree

import enums

FOREIGN = ("Traversable",)  # classes of PHP's own
NAMES = {"reg": "register", "on": "register", "n_threads": "threads", "OFFSET": "offset", "VALUE": "value"}
NULLABLE = {("Policy_scoreAt", "unit"), ("Policy_explain", "unit"), ("Policy_explainAt", "unit"), ("Builder_set", "value"),
            ("Register_formatValue", "household"), ("Register_formatValue", "unit"),
            ("Policy_shortlistUnits", "seed"), ("Policy_shortlistHouseholds", "seed"), ("new_Report", "seed"), ("Report_newUnit", "seed"),
            ("Report_newHousehold", "seed"), ("Program_addLimit", "name")}  # though they must be given
POINTER_CLASS = re.compile(r"""  INIT_CLASS_ENTRY\(internal_ce, "SWIG.*
  (\w+) = zend_register_internal_class\(&internal_ce\);
  \1->create_object = swig_ptr_object_new;
  zend_do_implement_interface\(\1, .*
  SWIG_TypeClientData\(.*
""")
MODULE_CLASS = re.compile(r"""  INIT_CLASS_ENTRY\(internal_ce, "orienta".*\n.*\n""")
MARKER = re.compile(r"  (INIT_CLASS_ENTRY\(|zend_do_implement_interface\(\w+, &)SWIG_Php_swig_wrapped_interface_ce.*\n")
BASE = re.compile(r"Swig_Php_base_object_handlers\.clone_obj = NULL;")
END = re.compile(r"  /\* end cinit subsection \*/")
PRIVATE = " ZEND_FENTRY (__construct, orienta_php_made_elsewhere, orienta_no_arguments, ZEND_ACC_PRIVATE)\n"


def attributes(node):
    found = node.find("attributelist")
    return {} if found is None else {a.get("name"): a.get("value") for a in found.findall("attribute")}


def camel(name):
    return re.sub(r"(?<=.)_([a-z0-9])", lambda m: m[1].upper(), name)


def constants(headers):
    """C's defaults as PHP writes them"""
    yield from {"NULL": "null", "TRUE": "true", "FALSE": "false"}.items()
    for enum, cases in enums.read(headers):
        for member, case, _, _ in cases:
            yield member, rf"\\Orienta\\{enum}::{case}"


def functions(node, php, owner=None, names=None):
    """(SWIG's name of the arguments' info, [(name, default)]) of each function of the model"""
    names = {} if names is None else names
    for child in node:
        about = attributes(child)
        if child.tag == "class":
            names[about["name"]] = about.get("sym_name")
            yield from functions(child, php, about["name"], names)
        elif "sym_name" in about and (child.tag == "constructor" or about.get("kind") == "function"):
            arguments = []
            for parm in child.findall("attributelist/parmlist/parm"):
                a = attributes(parm)
                if a["type"] != "p.p.GError" and a["name"] != "RETURN":
                    name = NAMES.get(a["name"], camel(a["name"]))
                    arguments.append((name, php.get(a.get("value"), a.get("value"))))
            php_class = names.get(owner)
            if child.tag == "constructor":
                yield f"new_{php_class}", arguments
            else:
                yield (f"{php_class}_" if php_class else "") + about["sym_name"], arguments
        else:
            yield from functions(child, php, owner, names)


def classes(text):
    """Orienta's classes with their namespace; SWIG knows them by C name or by PHP's."""
    def full(match):
        name = match[2]
        name = name if name in FOREIGN else "Orienta\\\\" + name.removeprefix("Orienta")
        return f"{match[1]}{name}{match[3]}"
    text = re.sub(r"(ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX\(\w+, \d, \d+, )(\w+)(, )", full, text)
    return re.sub(r"(ZEND_ARG_OBJ_TYPE_MASK\(\d,\w+,)(\w+)(,)", full, text)


def arguments_info(text, model):
    """The section with a block of its own for each function, which SWIG lets share."""
    blocks = {}
    for block in re.finditer(r"ZEND_BEGIN_ARG\w*\((\w+).*?ZEND_END_ARG_INFO\(\)\n|#define (\w+) (\w+)\n", text, re.S):
        if block[2]:
            blocks[block[2]] = blocks[block[3]].replace(block[3], block[2], 1)
        else:
            blocks[block[1]] = block[0]
    out = []
    for name, block in blocks.items():
        if name.startswith("swig_magic"):
            continue
        arguments = model.get(name.removeprefix("swig_arginfo_"), [])
        for number, (argument, default) in enumerate(arguments, 1):
            line = re.compile(rf"(ZEND_ARG_(?:OBJ_)?TYPE_MASK\(\d),arg{number},(.*),NULL\)")
            written = "NULL" if default is None else f'"{default}"'
            may_be_null = default == "null" or (name.removeprefix("swig_arginfo_"), argument) in NULLABLE
            block = line.sub(lambda m: f"{m[1]},{argument},{m[2] if may_be_null else not_null(m[2])},{written})", block)
        required = sum(default is None for _, default in arguments)
        block = re.sub(r"(\w+, \d, )\d+", rf"\g<1>{required}", block, count=1)
        out.append(block)
    return classes("".join(out))


def not_null(types):
    return types.replace("MAY_BE_NULL|", "").replace("MAY_BE_NULL", "0")


def constructors(text):
    def close(match):
        body = match[0]
        return body if "__construct" in body else body.replace(" ZEND_FE_END", PRIVATE + " ZEND_FE_END")
    return re.sub(r"static const zend_function_entry class_\w+_functions\[\] = \{.*?\n\};", close, text, flags=re.S)


def change(pattern, new, text):
    """Where there is nothing to change, SWIG writes otherwise than this program expects."""
    text, n = re.subn(pattern, new, text)
    if n == 0:
        sys.exit(f"{__file__}: SWIG's output has no {pattern.pattern if hasattr(pattern, 'pattern') else pattern}")
    return text


def main(model_path, source, target, *headers):
    root = xml.etree.ElementTree.parse(model_path).getroot()
    model = dict(functions(root, dict(constants(headers))))
    unknown = [at for at in NULLABLE if at[1] not in dict(model.get(at[0], []))]
    if unknown:
        sys.exit(f"{__file__}: NULLABLE names what is not there: {unknown}")
    text = pathlib.Path(source).read_text(encoding="utf-8")
    text = change('"swig_runtime_data_type_pointer"', '"orienta_swig_types"', text)  # not shared with other extensions
    text = change(r"(PHP_METHOD\(\w+,__construct\) \{\n)", r"\1  ORIENTA_ONCE (ZEND_THIS)\n", text)
    text = change(r" PHP_ME\(\w+,__(?:set|get|isset),.*\n", "", text)
    text = change(r"PHP_ME\((\w+),matchAll,", r"ZEND_NAMED_ME(match,ZEND_MN(\1_matchAll),", text)
    for unwanted in (MODULE_CLASS, POINTER_CLASS, MARKER):
        text = change(unwanted, "", text)
    text = change(BASE, r"\g<0>\n  Swig_Php_base_object_handlers.compare = orienta_php_compare;", text)
    text = change(END, r"  SWIG_Php_ce_Frame->get_iterator = orienta_php_frame_iterator;\n\g<0>", text)
    start, end = text.index("/* arginfo subsection */"), text.index("/* class entry subsection */")
    info = ("/* arginfo subsection */\nZEND_BEGIN_ARG_INFO_EX(orienta_no_arguments, 0, 0, 0)\nZEND_END_ARG_INFO()\n"
            + arguments_info(text[start:end], model))
    pathlib.Path(target).write_text(text[:start] + info + "\n" + constructors(text[end:]), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
