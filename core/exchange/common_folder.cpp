#include "core/exchange/common_folder.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace core {

QString fileName(const FolderBundle& bundle)
{
    return bundle.desk + u'-' + bundle.state + QString::fromUtf16(bundleSuffix);
}

std::optional<FolderBundle> folderBundle(const QString& fileName)
{
    static const QRegularExpression pattern(
        u"^([0-9a-f]{32})-([0-9a-f]{16})%1$"_s.arg(QString::fromUtf16(bundleSuffix)));
    const auto match = pattern.match(fileName);
    if (!match.hasMatch())
        return {};
    return FolderBundle{match.captured(1), match.captured(2)};
}

void FolderMemory::note(const FolderFile& file, const QString& problem)
{
    const auto known = read.find(file.name);
    const bool again = known != read.end() && known->second.file == file;
    read[file.name] = {file, problem, again ? known->second.looks : 0};
}

void FolderMemory::believe(const QString& whom)
{
    if (std::exchange(believed, whom) != whom)
        std::erase_if(read, [](const auto& each) { return !each.second.problem.isEmpty(); });
}

void FolderMemory::keepOnly(const std::vector<FolderFile>& files)
{
    std::erase_if(read, [&](const auto& each) {
        return std::none_of(files.begin(), files.end(),
            [&](const FolderFile& file) { return file.name == each.first; });
    });
    for (const FolderFile& file : files)
        if (const auto known = read.find(file.name);
            known != read.end() && known->second.file == file && !known->second.problem.isEmpty())
            ++known->second.looks;
}

static QStringList problemsIn(const std::map<QString, FolderMemory::Read>& read, int leastLooks)
{
    QStringList all;
    for (const auto& [name, each] : read)
        if (!each.problem.isEmpty() && each.looks >= leastLooks)
            all.append(u"%1: %2"_s.arg(name, each.problem));
    return all;
}

QStringList FolderMemory::problems() const
{
    return problemsIn(read, 0);
}

QStringList FolderMemory::lastingProblems() const
{
    return problemsIn(read, 1);
}

std::vector<FolderFile> bundlesToRead(
    const DeskId& self, const std::vector<FolderFile>& files, const FolderMemory& memory)
{
    std::vector<FolderFile> wanted;
    for (const FolderFile& file : files) {
        if (!file.name.endsWith(QString::fromUtf16(bundleSuffix)))
            continue;
        if (const auto bundle = folderBundle(file.name); bundle && bundle->desk == self)
            continue;
        const auto known = memory.read.find(file.name);
        const bool changed = known == memory.read.end() || known->second.file != file;
        if (changed || (!known->second.problem.isEmpty() && known->second.looks == 1))
            wanted.push_back(file);
    }
    return wanted;
}

bool mustWrite(const FolderBundle& own, const std::vector<FolderFile>& files)
{
    return std::none_of(files.begin(), files.end(),
        [name = fileName(own)](const FolderFile& file) { return file.name == name; });
}

QStringList filesToRemove(const FolderBundle& current, const std::vector<FolderFile>& files)
{
    QStringList old;
    if (mustWrite(current, files))
        return old;
    for (const FolderFile& file : files) {
        QString name = file.name;
        if (name.endsWith(u".new"_s))
            name.chop(4);
        const auto bundle = folderBundle(name);
        if (bundle && bundle->desk == current.desk && file.name != fileName(current))
            old.append(file.name);
    }
    return old;
}

void FolderPace::stir()
{
    m_left = std::min(m_left, soon);
}

bool FolderPace::tick()
{
    if (--m_left > 0)
        return false;
    m_left = usual;
    return true;
}

}
