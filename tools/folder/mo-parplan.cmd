@echo off
rem Opens a window in the folder of the data, in which "parplan" is known. A folder dropped on this file is opened.
chcp 65001 >nul
set "PATH=%~dp0;%PATH%"
set "PARPLAN_DATA=%USERPROFILE%\parplan"
if not "%~1"=="" set "PARPLAN_DATA=%~1"
if not exist "%PARPLAN_DATA%\data\" goto home
cd /d "%PARPLAN_DATA%"
title parplan - %PARPLAN_DATA%
parplan guide
goto open
:home
cd /d "%USERPROFILE%"
title parplan
parplan doctor
:open
set "PARPLAN_DATA="
cmd /k
