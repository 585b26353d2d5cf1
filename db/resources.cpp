#include "db/resources.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace db {

using namespace Qt::StringLiterals;

namespace {

const QString shippedFolder = u":/profiles"_s;

QString lines(const QString& source, const std::vector<core::ProfileProblem>& problems)
{
    QStringList text{u"The profile “%1” cannot be used:"_s.arg(source)};
    for (const core::ProfileProblem& problem : problems)
        text.append(u"%1: %2 %3"_s.arg(
            problem.path.isEmpty() ? u"the file"_s : problem.path, problem.text, problem.mend));
    return text.join(u'\n');
}

}

ProfileError::ProfileError(const QString& source, std::vector<core::ProfileProblem> found)
    : std::runtime_error(lines(source, found).toStdString())
    , problems(std::move(found))
{
}

QByteArray readWhole(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error(
            u"%1 cannot be read: %2."_s.arg(path, file.errorString()).toStdString());
    return file.readAll();
}

QStringList shippedProfiles()
{
    QStringList keys;
    const QFileInfoList files = QDir(shippedFolder).entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo& file : files)
        keys.append(file.completeBaseName());
    return keys;
}

QByteArray profileBytes(const QString& keyOrPath)
{
    if (shippedProfiles().contains(keyOrPath))
        return readWhole(u"%1/%2.json"_s.arg(shippedFolder, keyOrPath));
    if (!QFileInfo::exists(keyOrPath))
        throw std::runtime_error(u"There is no profile “%1”. Name a profile file, or one of: %2."_s
                                     .arg(keyOrPath, shippedProfiles().join(u", "))
                                     .toStdString());
    return readWhole(keyOrPath);
}

core::Profile loadProfile(const QString& keyOrPath)
{
    auto read = core::readProfile(profileBytes(keyOrPath));
    if (auto* problems = std::get_if<std::vector<core::ProfileProblem>>(&read))
        throw ProfileError(keyOrPath, std::move(*problems));
    return std::get<core::Profile>(std::move(read));
}

core::BankHolidays loadBankHolidays()
{
    return core::readBankHolidays(readWhole(u":/bank_holidays.json"_s));
}

core::ServiceCalendar loadCalendar(const QString& keyOrPath)
{
    return {loadProfile(keyOrPath), loadBankHolidays()};
}

}
