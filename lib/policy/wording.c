/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Wording: what a territory's own attributes are called. The library cannot know what a column holds, only what people
 * call it; that is enough to refuse the plain cases, and the rest is for those who read the policy. */
#include "policy/wording-private.h"

#include <string.h>

/* Words in a row, lower case without accents; a star stands for any ending. Little words (SMALL) are left out. */
typedef struct {
  const char *pattern;
  const char *meaning;
} OrientaWordingRow;

static const char *const small[] = { "a",   "an",   "au", "aux", "d",   "dans", "de", "des", "du",  "en",
                                     "et",  "in",   "l",  "la",  "le",  "les",  "of", "on",  "or",  "ou",
                                     "par", "pour", "sa", "son", "sur", "the",  "to", "un",  "une", NULL };

/* Criteria of discrimination, loi 2008-496 art. 1 and code pénal 225-1: those a housing file never needs. */
static const OrientaWordingRow personal[] = {
  { "name", "a name" },
  { "names", "a name" },
  { "nom", "a name" },
  { "noms", "a name" },
  { "surname", "a name" },
  { "firstname", "a name" },
  { "lastname", "a name" },
  { "prenom*", "a name" },
  { "patronym*", "a name" },
  { "sex", "a sex" },
  { "sexe", "a sex" },
  { "gender", "a sex" },
  { "genre", "a sex" },
  { "nationalit*", "a nationality" },
  { "citizenship", "a nationality" },
  { "citoyennete", "a nationality" },
  { "foreigner*", "a nationality" },
  { "etranger*", "a nationality" },
  { "origin", "an origin" },
  { "origins", "an origin" },
  { "origine", "an origin" },
  { "origines", "an origin" },
  { "ethnic*", "an origin" },
  { "ethnie*", "an origin" },
  { "race", "an origin" },
  { "racial*", "an origin" },
  { "birthplace", "a place of birth" },
  { "place birth", "a place of birth" },
  { "birth place", "a place of birth" },
  { "country birth", "a place of birth" },
  { "birth country", "a place of birth" },
  { "lieu naissance", "a place of birth" },
  { "pays naissance", "a place of birth" },
  { "religion*", "a religion" },
  { "religious", "a religion" },
  { "religieu*", "a religion" },
};

static const OrientaWordingRow readiness[] = {
  { "abstin*", NULL },              /* Un chez-soi d'abord, décret 2016-1940: abstinence is never asked */
  { "sobr*", NULL },                /* the same */
  { "sober*", NULL },               /* the same */
  { "sevrage*", NULL },             /* the same */
  { "detox*", NULL },               /* the same */
  { "cure", NULL },                 /* the same, a stay for treatment */
  { "cures", NULL },                /* the same */
  { "soin*", NULL },                /* décret 2016-1940: treatment is never asked */
  { "treatment*", NULL },           /* the same */
  { "traitement*", NULL },          /* the same */
  { "therap*", NULL },              /* the same */
  { "medication*", NULL },          /* the same */
  { "medicament*", NULL },          /* the same */
  { "observance*", NULL },          /* the same */
  { "readiness", NULL },            /* Housing First Guide Europe, core principle 1: nobody has to be ready */
  { "ready", NULL },                /* the same */
  { "pret* habiter", NULL },        /* the same */
  { "capacite* habiter", NULL },    /* the same */
  { "savoir habiter", NULL },       /* the same */
  { "autonomie logement", NULL },   /* the same */
  { "prior stay*", NULL },          /* Plan Logement d'abord 2018-2022, axis 2: straight to housing, no staircase */
  { "previous stay*", NULL },       /* the same */
  { "sejour* anterieur*", NULL },   /* the same */
  { "parcours hebergement", NULL }, /* the same */
  { "staircase", NULL },            /* the same */
  { "contrat* insertion", NULL },   /* Housing First Guide Europe, core principle 3: housing apart from treatment */
  { "insertion contract*", NULL },  /* the same */
};

static const OrientaWordingRow failed_tenancy[] = {
  { "failed tenanc*", NULL },        /* Housing First Guide Europe, core principle 8: support as long as needed */
  { "echec* locati*", NULL },        /* the same */
  { "echec* logement", NULL },       /* the same */
  { "expulsion* anterieur*", NULL }, /* the same */
  { "ancien* expulsion*", NULL },    /* the same */
  { "deja expulse*", NULL },         /* the same */
  { "previous eviction*", NULL },    /* the same */
  { "prior eviction*", NULL },       /* the same */
  { "past eviction*", NULL },        /* the same */
  { "evicted before", NULL },        /* the same */
};

static const OrientaWordingRow local_link[] = {
  { "local link*", NULL },         /* CCH L.441: no local link may be a condition */
  { "local connection*", NULL },   /* the same */
  { "lien* local*", NULL },        /* the same */
  { "lien* commune", NULL },       /* the same */
  { "lien* territoire", NULL },    /* the same */
  { "attache* local*", NULL },     /* the same */
  { "attache* commune", NULL },    /* the same */
  { "work* commune", NULL },       /* the same */
  { "job commune", NULL },         /* the same */
  { "travail* commune", NULL },    /* the same */
  { "emploi* commune", NULL },     /* the same */
  { "live* commune", NULL },       /* the same */
  { "living commune", NULL },      /* the same */
  { "resid* commune", NULL },      /* the same */
  { "commune resid*", NULL },      /* the same */
  { "habit* commune", NULL },      /* the same */
  { "anciennete* commune", NULL }, /* the same */
  { "years commune", NULL },       /* the same */
  { "seniority commune", NULL },   /* the same */
};

/* The words of a text: lower case, accents and little words off. */
static char **
split (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);
  for (const char *p = apart ? apart : "";; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (g_unichar_ismark (c))
      continue;
    if (g_unichar_isalnum (c)) {
      g_string_append_unichar (word, g_unichar_tolower (c));
      continue;
    }
    if (word->len > 0 && !g_strv_contains (small, word->str))
      g_strv_builder_add (words, word->str);
    g_string_truncate (word, 0);
    if (c == 0)
      return g_strv_builder_end (words);
  }
}

static gboolean
is_word (const char *word, const char *pattern, gsize length)
{
  gboolean open = pattern[length - 1] == '*';
  if (open)
    return strncmp (word, pattern, length - 1) == 0;
  return strlen (word) == length && strncmp (word, pattern, length) == 0;
}

/* Whether the words begin with the pattern's. */
static gboolean
begins (char *const *words, const char *pattern)
{
  for (;; words++) {
    gsize length = strcspn (pattern, " ");
    if (!*words || !is_word (*words, pattern, length))
      return FALSE;
    if (pattern[length] == '\0')
      return TRUE;
    pattern += length + 1;
  }
}

static const OrientaWordingRow *
find_row (const char *text, const OrientaWordingRow *rows, guint n)
{
  g_auto (GStrv) words = text ? split (text) : NULL;
  for (char **word = words; word && *word; word++)
    for (guint i = 0; i < n; i++)
      if (begins (word, rows[i].pattern))
        return &rows[i];
  return NULL;
}

/* What an attribute of that name asks for that none may: "a sex". NULL: nothing. Whole words only. Static. */
const char *
orienta_wording_is_personal (const char *name)
{
  const OrientaWordingRow *row = find_row (name, personal, G_N_ELEMENTS (personal));
  return row ? row->meaning : NULL;
}

static gboolean
speaks_of (const OrientaLocalAttribute *attribute, const OrientaWordingRow *rows, guint n)
{
  if (find_row (strchr (attribute->name, '.') + 1, rows, n))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (attribute->label.text); i++)
    if (find_row (attribute->label.text[i], rows, n))
      return TRUE;
  for (char **word = attribute->words; word && *word; word++)
    if (find_row (*word, rows, n))
      return TRUE;
  return FALSE;
}

/* What a local attribute speaks of, by its name, its labels and its words. */
OrientaWording
orienta_wording_find (const OrientaLocalAttribute *attribute)
{
  if (speaks_of (attribute, readiness, G_N_ELEMENTS (readiness)))
    return ORIENTA_WORDING_READINESS;
  if (speaks_of (attribute, failed_tenancy, G_N_ELEMENTS (failed_tenancy)))
    return ORIENTA_WORDING_FAILED_TENANCY;
  if (speaks_of (attribute, local_link, G_N_ELEMENTS (local_link)))
    return ORIENTA_WORDING_LOCAL_LINK;
  return ORIENTA_WORDING_PLAIN;
}
