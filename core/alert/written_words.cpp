#include "core/alert/written_words.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace core {

std::vector<WrittenWord> writtenWords(const QString& text)
{
    static const QRegularExpression shape(
        u"([\\w'’-]+)([^\\w\\s]*)"_s, QRegularExpression::UseUnicodePropertiesOption);
    std::vector<WrittenWord> words;
    auto found = shape.globalMatch(text);
    while (found.hasNext()) {
        const auto each = found.next();
        const QString after = each.captured(2);
        words.push_back({each.captured(1), !after.isEmpty() && !after.startsWith(u',')});
    }
    return words;
}

bool isTitle(const QString& word)
{
    static const QStringList titles{u"mr"_s, u"mrs"_s, u"ms"_s, u"miss"_s, u"mx"_s, u"dr"_s,
        u"sir"_s, u"lady"_s, u"prof"_s, u"rev"_s, u"fr"_s, u"sister"_s};
    return titles.contains(word);
}

}
