/* Files of pictures: kinds and sizes; one that ends early is never whole; SVG that runs or fetches something. */
#include "rows.h"

#include <stdlib.h>

#include "picture/picture.h"

#define SVG(attributes, inside) "<svg xmlns=\"http://www.w3.org/2000/svg\" " attributes ">" inside "</svg>"
#define BOXED(inside)		SVG("viewBox=\"0 0 40 20\"", inside)

/* Bytes as text: \x and so on; the length is that of the literal. */
struct file {
	const char *reason;
	struct str bytes;
	const char *want; /* "PNG 40 20", or the fault */
};

#define FILE_ROW(reason, bytes, want)                          \
	{                                                      \
		(reason), {(bytes), sizeof(bytes) - 1}, (want) \
	}

static void tell(struct picture p, struct buf *out)
{
	static const char *const faults[] = {"", "unknown", "broken", "no size", "unsafe"};

	if (p.kind)
		buf_addf(out, "%s ", picture_kinds[p.kind].name);
	if (p.fault)
		buf_addf(out, "%s%s%.*s", faults[p.fault], p.what.len ? " " : "", STR_ARG(p.what));
	else
		buf_addf(out, "%u %u", p.width, p.height);
	if (p.has_location)
		buf_add(out, STR(" location"));
}

static size_t check(const struct file *rows, size_t count)
{
	size_t bad = 0;

	for (size_t i = 0; i < count; i++) {
		struct buf got = BUF_INIT;

		tell(picture_read(rows[i].bytes), &got);
		bad += row_differs(rows[i].reason, "", buf_str(&got), rows[i].want);
		buf_clear(&got);
	}
	return bad;
}

/* ---- pixels ---- */

/* A white picture of 40 by 20, as Chromium writes it; GIF and AVIF, and what a camera notes, put together by hand from the formats. */
static const struct file files[] = {
	FILE_ROW("PNG",
		 "\211PNG\015\012\032\012\000\000\000\015IHDR\000\000\000("
		 "\000\000\000\024\010\006\000\000\000\377F\177\273\000\000"
		 "\000<IDATx\001\354\322\261\015\0000\010\003\301\210\375w\016C|Cq\356-\241\303\363\217g\336\3618\260>"
		 "\210 \301*P"
		 "\3736H\260\012\324\276\015\022\254\002\265o\203\004\253@\355/"
		 "\000\000\000\377\377=e\326\311\000\000\000\006IDAT"
		 "\003\000\015$\237\211\031\361\360\336\000\000\000\000IEND\256B`\202",
		 "PNG 40 20"),
	FILE_ROW("JPEG",
		 "\377\330\377\340\000\020JFIF\000\001\001\000\000\001\000\001\000\000\377\333\000C\000\377\377\377\377"
		 "\377\377\377"
		 "\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377"
		 "\377\377\377"
		 "\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377"
		 "\377\377\377"
		 "\377\377\333\000C\001\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377"
		 "\377\377\377"
		 "\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377"
		 "\377\377\377"
		 "\377\377\377\377\377\377\377\377\377\377\377\377\377\377\300\000\021\010\000\024\000("
		 "\003\001\"\000\002\021\001"
		 "\003\021\001\377\304\000\025\000\001\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
		 "\003\377\304"
		 "\000\024\020\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\377\304\000\024\001"
		 "\001\000\000"
		 "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\377\304\000\024\021\001\000\000\000\000\000"
		 "\000\000\000"
		 "\000\000\000\000\000\000\000\000\377\332\000\014\003\001\000\002\021\003\021\000\077\000\240\000\000"
		 "\000\000\000"
		 "\000\000\000\017\377\331",
		 "JPEG 40 20"),
	FILE_ROW("a photo held upright",
		 "\377\330\377\341\000\"Exif\000\000MM\000*"
		 "\000\000\000\010\000\001\001\022\000\003\000\000\000\001\000\006\000\000"
		 "\000\000\000\000\377\340\000\020JFIF\000\001\001\000\000\001\000\001\000\000\377\333\000C\000\377\377"
		 "\377\377\377"
		 "\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377"
		 "\377\377\377"
		 "\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377"
		 "\377\377\377"
		 "\377\377\377\377\333\000C\001\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377"
		 "\377\377\377"
		 "\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377"
		 "\377\377\377"
		 "\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\300\000\021\010\000\024\000("
		 "\003\001\"\000\002"
		 "\021\001\003\021\001\377\304\000\025\000\001\001\000\000\000\000\000\000\000\000\000\000\000\000\000"
		 "\000\000\003"
		 "\377\304\000\024\020\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\377\304\000"
		 "\024\001\001"
		 "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\377\304\000\024\021\001\000\000\000"
		 "\000\000\000"
		 "\000\000\000\000\000\000\000\000\000\000\377\332\000\014\003\001\000\002\021\003\021\000\077\000\240"
		 "\000\000\000"
		 "\000\000\000\000\000\017\377\331",
		 "JPEG 20 40"),
	FILE_ROW("the other order of bytes, with its place",
		 "\377\330\377\341\000.Exif\000\000II*"
		 "\000\010\000\000\000\002\000\022\001\003\000\001\000\000\000\010\000\000\000"
		 "%\210\004\000\001\000\000\000&"
		 "\000\000\000\000\000\000\000\377\340\000\020JFIF\000\001\001\000\000\001\000\001\000"
		 "\000\377\333\000C\000\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377"
		 "\377\377\377"
		 "\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377"
		 "\377\377\377"
		 "\377\377\377\377\377\377\377\377\377\377\377\377\377\377\333\000C\001\377\377\377\377\377\377\377\377"
		 "\377\377\377"
		 "\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377"
		 "\377\377\377"
		 "\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377"
		 "\377\300\000"
		 "\021\010\000\024\000("
		 "\003\001\"\000\002\021\001\003\021\001\377\304\000\025\000\001\001\000\000\000\000\000\000"
		 "\000\000\000\000\000\000\000\000\000\003\377\304\000\024\020\001\000\000\000\000\000\000\000\000\000"
		 "\000\000\000"
		 "\000\000\000\000\377\304\000\024\001\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
		 "\000\377\304"
		 "\000\024\021\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\377\332\000\014\003"
		 "\001\000\002"
		 "\021\003\021\000\077\000\240\000\000\000\000\000\000\000\000\017\377\331",
		 "JPEG 20 40 location"),
	FILE_ROW("a photo held upside down",
		 "\377\330\377\341\000\"Exif\000\000MM\000*"
		 "\000\000\000\010\000\001\001\022\000\003\000\000\000\001\000\003\000\000"
		 "\000\000\000\000\377\340\000\020JFIF\000\001\001\000\000\001\000\001\000\000\377\333\000C\000\377\377"
		 "\377\377\377"
		 "\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377"
		 "\377\377\377"
		 "\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377"
		 "\377\377\377"
		 "\377\377\377\377\333\000C\001\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377"
		 "\377\377\377"
		 "\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377"
		 "\377\377\377"
		 "\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\300\000\021\010\000\024\000("
		 "\003\001\"\000\002"
		 "\021\001\003\021\001\377\304\000\025\000\001\001\000\000\000\000\000\000\000\000\000\000\000\000\000"
		 "\000\000\003"
		 "\377\304\000\024\020\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\377\304\000"
		 "\024\001\001"
		 "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\377\304\000\024\021\001\000\000\000"
		 "\000\000\000"
		 "\000\000\000\000\000\000\000\000\000\000\377\332\000\014\003\001\000\002\021\003\021\000\077\000\240"
		 "\000\000\000"
		 "\000\000\000\000\000\017\377\331",
		 "JPEG 40 20"),
	FILE_ROW("GIF",
		 "GIF89a(\000\024\000\200\000\000\000\000\000\377\377\377!\371\004\000\000\000\000\000,"
		 "\000\000\000\000(\000\024\000"
		 "\000\002\002D\001\000;",
		 "GIF 40 20"),
	FILE_ROW("WebP, as photos are",
		 "RIFF4\000\000\000WEBPVP8 "
		 "(\000\000\000\360\002\000\235\001*(\000\024\000\077\315\346\355p\077\2702+%h\003\3609\211"
		 "i\000\000)Cm\360\000\376\351\020\000\000\000\000",
		 "WebP 40 20"),
	FILE_ROW("WebP, without loss",
		 "RIFF\036\000\000\000WEBPVP8L\021\000\000\000/"
		 "'\300\004\000\007\320\377\376\367\277\377\201\210\350\177\000\000",
		 "WebP 40 20"),
	FILE_ROW("WebP with more than pixels",
		 "RIFF0\000\000\000WEBPVP8X\012\000\000\000 "
		 "\000\000\000'\000\000\023\000\000VP8L\021\000\000\000/'\300\004\000\007"
		 "\320\377\376\367\277\377\201\210\350\177\000\000",
		 "WebP 40 20"),
	FILE_ROW("AVIF",
		 "\000\000\000\030ftypavif\000\000\000\000avifmif1\000\000\000\210meta\000\000\000\000\000\000\000!"
		 "hdlr\000\000\000"
		 "\000\000\000\000\000pict\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\016pitm\000"
		 "\000\000\000"
		 "\000\002\000\000\000Miprp\000\000\000,ipco\000\000\000\024ispe\000\000\000\000\000\000\000("
		 "\000\000\000\024\000"
		 "\000\000\020pixi\000\000\000\000\003\010\010\010\000\000\000\031ipma\000\000\000\000\000\000\000\002"
		 "\000\001\001"
		 "\002\000\002\002\001\202\000\000\000\016mdatpixels",
		 "AVIF 40 20"),
	FILE_ROW("AVIF, turned",
		 "\000\000\000\030ftypavif\000\000\000\000avifmif1\000\000\000\222meta\000\000\000\000\000\000\000!"
		 "hdlr\000\000\000"
		 "\000\000\000\000\000pict\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\016pitm\000"
		 "\000\000\000"
		 "\000\002\000\000\000Wiprp\000\000\0005ipco\000\000\000\024ispe\000\000\000\000\000\000\000("
		 "\000\000\000\024\000"
		 "\000\000\020pixi\000\000\000\000\003\010\010\010\000\000\000\011irot\001\000\000\000\032ipma\000\000"
		 "\000\000\000"
		 "\000\000\002\000\001\001\002\000\002\003\001\202\203\000\000\000\016mdatpixels",
		 "AVIF 20 40"),
};

static void sizes(void **state)
{
	(void)state;
	assert_int_equal(check(files, COUNT(files)), 0);
}

/* However much is missing, nothing that was cut off is whole, and nothing behind the end is read. */
static void cut_off(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		struct str whole = files[i].bytes;

		/* A GIF may lack its last byte, which only says that it ends. */
		if (str_starts(whole, STR("GIF")))
			whole.len--;
		for (size_t n = 0; n < whole.len; n++) {
			char *part = str_dup(str_slice(whole, 0, n));
			struct picture p = picture_read((struct str){part, n});

			if (p.fault == PICTURE_RIGHT)
				print_error("%s: %zu of %zu bytes\n", files[i].reason, n, whole.len);
			assert_int_not_equal(p.fault, PICTURE_RIGHT);
			assert_int_equal(p.width + p.height, 0);
			free(part);
		}
	}
}

static void damaged(void **state)
{
	static const struct file rows[] = {
		FILE_ROW("nothing", "", "unknown"),
		FILE_ROW("a text", "(сурет)", "unknown"),
		FILE_ROW("a page", "<html><body/></html>", "unknown"),
		FILE_ROW("an old SVG without its namespace", "<svg viewBox=\"0 0 1 1\"/>", "unknown"),
		FILE_ROW("a photo of an iPhone (HEIC)",
			 "\0\0\0\x18"
			 "ftypmif1\0\0\0\0mif1heic",
			 "unknown"),
		FILE_ROW("a GIF without a picture", "GIF89a\1\0\1\0\0\0\0;", "GIF broken"),
		FILE_ROW("a GIF without its last byte", "GIF89a\2\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0", "GIF 2 1"),
		FILE_ROW("a WebP with a part that is longer than the whole",
			 "RIFF\x1C\0\0\0WEBPVP8L\x20\0\0\0/\0\0\0\x10\7\x10\x11\x11\x88\x88\xFE\7\0XX", "WebP broken"),
		FILE_ROW("a GIF of no size", "GIF89a\0\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;", "GIF no size"),
	};
	struct buf png = BUF_INIT, avif = BUF_INIT;

	(void)state;
	assert_int_equal(check(rows, COUNT(rows)), 0);
	/* One wrong bit in the size. */
	buf_add(&png, files[0].bytes);
	png.at[19] ^= 1;
	assert_int_equal(picture_read(buf_str(&png)).fault, PICTURE_BROKEN);
	buf_clear(&png);
	/* A box behind the pixels that is cut off. */
	for (size_t i = 0; i < COUNT(files); i++)
		if (!avif.len && str_eq(str_slice(files[i].bytes, 4, 12), STR("ftypavif")))
			buf_add(&avif, files[i].bytes);
	buf_add(&avif, STR("\0\0\1\0free"));
	assert_int_equal(picture_read(buf_str(&avif)).fault, PICTURE_BROKEN);
	buf_clear(&avif);
}

/* ---- SVG ---- */

static void svg_sizes(void **state)
{
	static const struct file rows[] = {
		FILE_ROW("a viewBox", BOXED(""), "SVG 40 20"),
		FILE_ROW("its commas", SVG("viewBox='0,0,40.5 , 20'", ""), "SVG 41 20"),
		FILE_ROW("width and height come first", SVG("viewBox='0 0 4 2' width='80' height='40px'", ""),
			 "SVG 80 40"),
		FILE_ROW("other units: the viewBox", SVG("viewBox='0 0 40 20' width='10mm' height='5mm'", ""),
			 "SVG 40 20"),
		FILE_ROW("a part of the page", SVG("width='100%' height='100%'", ""), "SVG no size"),
		FILE_ROW("none", SVG("", ""), "SVG no size"),
		FILE_ROW("nothing", SVG("viewBox='0 0 0 20'", ""), "SVG no size"),
		FILE_ROW("below nothing", SVG("viewBox='0 0 -40 20'", ""), "SVG no size"),
		FILE_ROW("a mark and a declaration before it",
			 "\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-8'?>\n" BOXED(""), "SVG 40 20"),
		FILE_ROW("the usual doctype",
			 "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
			 "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n" BOXED(""),
			 "SVG 40 20"),
		FILE_ROW("not closed", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">", "SVG broken"),
		FILE_ROW("an entity of nobody", BOXED("<text>&nobody;</text>"), "SVG broken"),
	};

	(void)state;
	assert_int_equal(check(rows, COUNT(rows)), 0);
}

static void svg_safe(void **state)
{
	static const char *const rows[] = {
		"<path d='M0 0' fill='url(#a)'/><linearGradient id='a'/>",
		"<use href='#a'/>",
		"<use xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='#a'/>",
		"<image href='data:image/png;base64,AAAA'/>",
		"<style>.a { fill: url( \"#b\" ) }</style><g class='a' style='fill:#fff'/>",
		"<style>@font-face { font-family: x; src: url(data:font/woff2;base64,AA) }</style>",
		"<metadata xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><r:RDF "
		"r:about='https://creativecommons.org/'/></metadata>",
		"<g xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:label='onload'/>",
		"<text>javascript is a word, and so is url( here</text>",
		"<animate attributeName='opacity' to='0'/>",
		"<?note x?>",
		"<g transform='rotate(90) scale(-1,1)' aria-label='C:\\'><style/></g>",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf text = BUF_INIT;

		buf_addf(&text, BOXED("%s"), rows[i]);
		if (picture_read(buf_str(&text)).fault != PICTURE_RIGHT)
			fail_msg("%s", rows[i]);
		buf_clear(&text);
	}
}

static void svg_unsafe(void **state)
{
	static const struct file rows[] = {
		FILE_ROW("a script", BOXED("<g/><script>x</script>"), "SVG unsafe <script"),
		FILE_ROW("whatever its prefix", BOXED("<s:script xmlns:s='http://www.w3.org/2000/svg'/>"),
			 "SVG unsafe <s:script"),
		FILE_ROW("a script of XHTML", BOXED("<s xmlns='http://www.w3.org/1999/xhtml'/>"), "SVG unsafe <s"),
		FILE_ROW("a page in it", BOXED("<foreignObject/>"), "SVG unsafe <foreignObject"),
		FILE_ROW("a handler", SVG("viewBox='0 0 1 1' onload='x()'", ""), "SVG unsafe <svg"),
		FILE_ROW("one in capitals", BOXED("<g ONCLICK='x()'/>"), "SVG unsafe <g"),
		FILE_ROW("a link", BOXED("<a href='https://a.kz/'/>"), "SVG unsafe <a"),
		FILE_ROW("an old one", BOXED("<a xmlns:l='http://www.w3.org/1999/xlink' l:href='a.html'/>"),
			 "SVG unsafe <a"),
		FILE_ROW("one that runs", BOXED("<a href='java&#10;script:x()'/>"), "SVG unsafe <a"),
		FILE_ROW("anywhere", BOXED("<set to='JavaScript:x()'/>"), "SVG unsafe <set"),
		FILE_ROW("an animated address", BOXED("<animate attributeName='xlink:href' to='#a'/>"),
			 "SVG unsafe <animate"),
		FILE_ROW("an animated handler", BOXED("<set attributeName='onclick' to='x()'/>"), "SVG unsafe <set"),
		FILE_ROW("a picture from outside", BOXED("<image href='//a.kz/b.png'/>"), "SVG unsafe <image"),
		FILE_ROW("an SVG inside, unread", BOXED("<image href='data:image/svg+xml,x'/>"), "SVG unsafe <image"),
		FILE_ROW("a filter from outside", BOXED("<g filter='url(a.svg#b)'/>"), "SVG unsafe <g"),
		FILE_ROW("style from outside", BOXED("<style>\n@import 'a.css';</style>"), "SVG unsafe <style"),
		FILE_ROW("also in CDATA", BOXED("<style><![CDATA[a{fill:url('b.svg#c')}]]></style>"),
			 "SVG unsafe <style"),
		FILE_ROW("written otherwise", BOXED("<g style='fill:u\\72l(b.svg)'/>"), "SVG unsafe <g"),
		FILE_ROW("in capitals", BOXED("<g style='fill:URL(b.svg)'/>"), "SVG unsafe <g"),
		FILE_ROW("written otherwise, without style", BOXED("<g mask='\\75rl(b.svg#c)'/>"), "SVG unsafe <g"),
		FILE_ROW("without url", BOXED("<g cursor=\"image-set('b.png' 1x)\"/>"), "SVG unsafe <g"),
		FILE_ROW("animated", BOXED("<set attributeName='fill' to='u\\72l(b.svg)'/>"), "SVG unsafe <set"),
		FILE_ROW("style with an element in it", BOXED("<style>@import 'a.css';<g/></style>"), "SVG unsafe <g"),
		FILE_ROW("where addresses begin", SVG("viewBox='0 0 1 1' xml:base='https://a.kz/'", ""),
			 "SVG unsafe <svg"),
		FILE_ROW("a style sheet", "<?xml-stylesheet href='a.css'?>" BOXED(""), "SVG unsafe <?xml-stylesheet"),
		FILE_ROW("entities", "<!DOCTYPE svg [<!ENTITY a 'b'>]>" BOXED(""), "SVG unsafe <!DOCTYPE"),
	};

	(void)state;
	assert_int_equal(check(rows, COUNT(rows)), 0);
}

static void endings(void **state)
{
	(void)state;
	assert_int_equal(picture_kind_of(STR("pay/a.kk.JPEG")), PICTURE_JPEG);
	assert_int_equal(picture_kind_of(STR("a.jpg")), PICTURE_JPEG);
	assert_int_equal(picture_kind_of(STR("a.svg")), PICTURE_SVG);
	assert_int_equal(picture_kind_of(STR("a.svgz")), PICTURE_NONE);
	assert_int_equal(picture_kind_of(STR("png")), PICTURE_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sizes),     cmocka_unit_test(cut_off),	 cmocka_unit_test(damaged),
		cmocka_unit_test(svg_sizes), cmocka_unit_test(svg_safe), cmocka_unit_test(svg_unsafe),
		cmocka_unit_test(endings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
