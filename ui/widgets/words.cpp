#include "ui/widgets/words.h"

#include "core/person/person.h"
#include "core/text/people_words.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ui {

QString words(const QString& code)
{
    return core::peopleWords(code);
}

QString helpName(const QString& help)
{
    static const QRegularExpression forScripts(
        u",? ?(by (its|their) keys? in the profile|or out_of_area|e\\.g\\. .*)|"
        u" keys? of the profile| \\(`.*"_s);
    return help.section(u';', 0, 0).remove(forScripts).trimmed();
}

QString serviceName(const core::Profile& profile, const QString& key)
{
    const core::Service* service = profile.service(key);
    return service ? service->name : key;
}

QString councilName(const core::Profile& profile, const QString& key)
{
    const core::Council* council = profile.council(key);
    return council ? council->name : words(key);
}

QString nhsNumberText(const QString& digits)
{
    if (digits.size() != 10)
        return digits;
    return u"%1 %2 %3"_s.arg(digits.left(3), digits.mid(3, 3), digits.mid(6));
}

QString bannerName(const QString& name)
{
    const QString trimmed = name.simplified();
    const qsizetype last = trimmed.lastIndexOf(u' ');
    const bool described = trimmed.contains(u',') || trimmed.contains(u'–')
        || trimmed.startsWith(u"Not known"_s, Qt::CaseInsensitive)
        || trimmed.startsWith(u"Name not"_s, Qt::CaseInsensitive);
    if (last < 0 || described)
        return trimmed;
    return u"%1, %2"_s.arg(trimmed.mid(last + 1).toUpper(), trimmed.left(last));
}

QString whoText(const core::Person* person, const QString& title)
{
    return person ? bannerName(person->displayName()) : title.simplified();
}

}
