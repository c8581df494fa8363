#include "letters/lexicon.h"

/* The file that generator/lexicon wrote; every compiler runs in the project's folder. */
__asm__(".pushsection .rodata\n"
	".balign 16\n"
	"lexicon_bytes:\n"
	".incbin \"build/words.kk\"\n"
	".size lexicon_bytes, . - lexicon_bytes\n"
	".popsection");

extern const struct lexicon lexicon_bytes __attribute__((visibility("hidden")));

const struct lexicon *lexicon_kazakh(void)
{
	return &lexicon_bytes;
}
