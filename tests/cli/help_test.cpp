#include "tests/cli/program.h"

#include <catch2/catch.hpp>

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

/// "  list KIND [--where …]" in the list of verbs: the verb, and the options after it.
struct Listed {
    QString verb;
    QStringList options;
};

QStringList optionsIn(const QString& text, const QString& pattern)
{
    QStringList options;
    auto found = QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text);
    while (found.hasNext())
        options.append(found.next().captured(1));
    return options;
}

std::vector<Listed> listedVerbs()
{
    const Ran help = runCli({u"help"_s});
    REQUIRE(help.status == 0);
    static const QRegularExpression verb(u"^  ([a-z][a-z-]*) (.*)$"_s);
    std::vector<Listed> verbs;
    for (const QString& line : QString::fromUtf8(help.out).split(u'\n'))
        if (const auto match = verb.match(line); match.hasMatch())
            verbs.push_back(
                {match.captured(1), optionsIn(match.captured(2), u"(--[a-z][a-z-]*)"_s)});
    return verbs;
}

/// Those that have a line of their own.
QStringList explained(const QByteArray& help)
{
    return optionsIn(QString::fromUtf8(help), u"^  (?:-[a-z], )?(--[a-z][a-z-]*)"_s);
}

}

TEST_CASE("The help of every verb explains each of its options, without a store")
{
    const std::vector<Listed> verbs = listedVerbs();
    CHECK(verbs.size() > 30);
    for (const Listed& listed : verbs) {
        INFO(listed.verb.toStdString());
        const Ran help = runCli({u"help"_s, listed.verb});
        CHECK(help.status == 0);
        CHECK(help.err.isEmpty());
        CHECK(explained(help.out).contains(u"--help"_s));
        for (const QString& option : listed.options) {
            INFO(option.toStdString());
            CHECK(explained(help.out).contains(option));
        }
        for (const QString& asked : {u"--help"_s, u"-h"_s}) {
            const Ran same = runCli({listed.verb, asked});
            CHECK(same.status == 0);
            CHECK(same.out == help.out);
        }
    }
}

TEST_CASE("A verb of several parts explains the options and the parts of all of them")
{
    const Ran desks = runCli({u"desks"_s, u"trust"_s, u"--help"_s});
    CHECK(desks.status == 0);
    for (const QString& option :
        {u"--code"_s, u"--lead"_s, u"--until"_s, u"--services"_s, u"--last"_s, u"--why"_s})
        CHECK(explained(desks.out).contains(option));
    for (const char* part : {"introduce FILE", "trust FILE", "vouch FILE", "withdraw DESK"})
        CHECK(desks.out.contains(part));
    CHECK(explained(runCli({u"help"_s, u"rota"_s}).out).contains(u"--withdraw-missing"_s));
    CHECK(explained(runCli({u"help"_s, u"sitrep"_s}).out).contains(u"--mail-to"_s));
}

TEST_CASE("Help for what is no verb is wrong usage")
{
    CHECK(runCli({u"help"_s, u"frobnicate"_s}).status == 2);
    CHECK(runCli({u"--help"_s, u"list"_s}).out == runCli({u"help"_s, u"list"_s}).out);
    CHECK(runCli({u"list"_s, u"--frobnicate"_s}).err.contains("help list"));
}
