// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/network_process.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <thread>

namespace milepost {
namespace {

using namespace std::chrono_literals;

std::filesystem::path programBesideOurs()
{
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / "milepost-network";
}

/// In the child, between fork and exec: only calls that are safe there.
[[noreturn]] void become(char* const* arguments, int log, pid_t parent, bool isKept)
{
    if (isKept)
        setsid();
    else
        setpgid(0, 0); // Ctrl-C on the terminal is for us; we end it when the engine has stopped
    if (!isKept && prctl(PR_SET_PDEATHSIG, SIGTERM) != 0) _exit(127);
    if (!isKept && getppid() != parent) _exit(127);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    const int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (null >= 0) dup2(null, STDIN_FILENO);
    dup2(log, STDOUT_FILENO);
    dup2(log, STDERR_FILENO);
    execv(arguments[0], arguments);
    _exit(127);
}

} // namespace

Result<std::unique_ptr<NetworkProcess>> NetworkProcess::start(const std::vector<std::string>& arguments,
                                                              const std::filesystem::path& log, bool isKept)
{
    const std::filesystem::path program = programBesideOurs();
    if (!std::filesystem::exists(program))
        return Error{.kind = ErrorKind::NotFound,
                     .message =
                         "the demo network " + program.string() + " is not there; build it with: ./milepost"};
    const int output = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (output < 0)
        return Error{.message = "the log " + log.string() + " cannot be written: " + std::strerror(errno)};
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child == 0) become(pointers.data(), output, parent, isKept);
    close(output);
    if (child < 0)
        return Error{.message = std::string("the demo network cannot be started: ") + std::strerror(errno)};
    return std::unique_ptr<NetworkProcess>(new NetworkProcess(child, isKept));
}

NetworkProcess::~NetworkProcess()
{
    if (!m_isKept) stop();
}

bool NetworkProcess::isRunning()
{
    if (m_pid <= 0) return false;
    if (waitpid(m_pid, nullptr, WNOHANG) == 0) return true;
    m_pid = 0;
    return false;
}

void NetworkProcess::stop(std::chrono::milliseconds patience)
{
    if (!isRunning()) return;
    kill(m_pid, SIGTERM);
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (isRunning() && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(20ms);
    if (!isRunning()) return;
    kill(m_pid, SIGKILL);
    waitpid(m_pid, nullptr, 0);
    m_pid = 0;
}

} // namespace milepost
