#include "letters/person.h"

static int digit(struct str s, size_t i)
{
	return s.at[i] - '0';
}

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* Centuries by the seventh digit: 0 foreigners (any century), 1 and 2: 19th, 3 and 4: 20th, 5 and 6: 21st. */
static bool is_date(struct str s)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	static const int century[] = {2000, 1800, 1800, 1900, 1900, 2000, 2000};
	int year = digit(s, 0) * 10 + digit(s, 1), month = digit(s, 2) * 10 + digit(s, 3);
	int day = digit(s, 4) * 10 + digit(s, 5), sort = digit(s, 6);

	if (sort > 6 || month < 1 || month > 12 || day < 1)
		return false;
	return day <= days[month - 1] + (month == 2 && is_leap(century[sort] + year));
}

static int sum(struct str s, int first)
{
	int total = 0;

	for (int i = 0; i < 11; i++)
		total += digit(s, (size_t)i) * ((i + first - 1) % 11 + 1);
	return total % 11;
}

bool person_number(struct str digits)
{
	int check;

	if (digits.len != 12)
		return false;
	for (size_t i = 0; i < digits.len; i++)
		if (digits.at[i] < '0' || digits.at[i] > '9')
			return false;
	check = sum(digits, 1);
	if (check == 10)
		check = sum(digits, 3);
	return check == digit(digits, 11) && is_date(digits);
}
