#include "tests/support/histories.h"

#include <QStringList>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace {

constexpr const char* happens
    = "oddddlllappppppAAAAAADDWWTTFRRtTnfcrrsemkgvzNxxxxxxxxxxxxC>>>>>>>>>>>>";

// By bundles also: B takes a backup, Z puts it back, U withdraws trust, + trusts all, V vouches, @
// brings a bundle that was late.
constexpr const char* happensByBundles
    = "oddddlllappppppAAAAAADDWWTTFRRtTnfcrrsemkgvzNxxxxxxxxxxxxC>>>>>>>>>>>>>>>>@@@@BBBZZUU++V";

}

History randomHistory(unsigned seed)
{
    std::mt19937 random(seed);
    const unsigned desks = 2 + static_cast<unsigned>(random() % 4);
    History history{desks, seed % 2 == 0, {{'o', 0, 0}}};
    const char* const letters = history.byBundles ? happensByBundles : happens;
    const auto any = [&](char what) {
        history.happenings.push_back({what, static_cast<unsigned>(random() % history.desks),
            static_cast<unsigned>(random() % 1000)});
        return history.happenings.back();
    };
    // The first case is known to everybody, so that they have something to disagree about.
    if (history.byBundles)
        history.happenings.push_back({'p', 0, 0});
    for (unsigned to = 0; to + 1 < history.desks; ++to)
        history.happenings.push_back({'>', 0, to});
    const std::size_t length = 10 + random() % 25;
    for (std::size_t at = 0; at < length; ++at) {
        const Happening done = any(letters[random() % qstrlen(letters)]);
        if (random() % 4 != 0 || done.what == '>')
            continue;
        const Happening beside = any(done.what); // the same on another desk, then both hear of it
        for (const Happening& each : {done, beside})
            history.happenings.push_back({'>', each.desk, static_cast<unsigned>(random() % 1000)});
        any('x');
    }
    return history;
}

QString printed(const History& history)
{
    QStringList all{QString::number(history.desks) + (history.byBundles ? u"b"_s : u""_s)};
    for (const Happening& each : history.happenings)
        all.append(u"%1%2.%3"_s.arg(QLatin1Char(each.what)).arg(each.desk).arg(each.choice));
    return all.join(u' ');
}

History historyFrom(const QString& text)
{
    const QStringList all = text.split(u' ', Qt::SkipEmptyParts);
    const bool byBundles = all.value(0).endsWith(u'b');
    const QString desks = all.value(0).chopped(byBundles ? 1 : 0);
    History history{std::clamp(desks.toUInt(), 2U, 5U), byBundles, {}};
    for (qsizetype at = 1; at < all.size(); ++at)
        history.happenings.push_back({all[at].front().toLatin1(),
            all[at].mid(1).section(u'.', 0, 0).toUInt(), all[at].section(u'.', 1).toUInt()});
    return history;
}
